"""From what Textual draws to a file that is the same wherever it is made."""

import re
from collections.abc import Iterator
from html import escape, unescape

from rich.cells import cell_len

from screenshots.clients import SECRET
from tui.models.secrets import looks_encrypted

SECRETS = (SECRET, "sandbox-secret-", "made-up-")
"""How the secrets of the sandbox begin: those of the pictures, the seed and the filler."""

CELL = 12.2
"""Width of a cell in the picture's units, as Rich draws it."""

_FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
_FETCHES = re.compile(r"@import|@font-face|url\((?!#)|\b(href|src)\s*=")
_DROPPED = re.compile(
    r"@font-face \{.*?\}|<!--.*?-->|<clipPath id=\"terminal-\d+-line-.*?</clipPath>", re.DOTALL
)
_TEXT = re.compile(
    r'<text class="terminal-\d+-(\w+)" x="([\d.]+)" y="([\d.]+)" textLength=[^>]*>([^<]*)</text>'
)
_WORDS = re.compile(r"\S+(?: \S+)*")


class BadPictureError(ValueError):
    """A picture that must not be shown to anybody; the text says why."""


def picture(svg: str, name: str) -> str:
    """``svg`` as it is kept: it fetches nothing, and no part of it is a matter of chance.

    Args:
        svg: from ``App.export_screenshot``.
        name: takes the place of the id that Rich derives from all styles and texts; so one
            changed letter changes one line of the file.

    Raises:
        BadPictureError: it would show a secret, or fetch something.
    """
    _check_words("".join(map(_text_of, _TEXT.finditer(svg))), name)
    svg = _DROPPED.sub("", svg)
    svg = _TEXT.sub(lambda found: "".join(_texts(found)), svg)
    svg = re.sub(r"terminal-\d+", name, svg)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {_FONTS}")
    svg = svg.replace("><", ">\n<")
    svg = "\n".join(row.strip() for row in svg.splitlines() if row.strip()) + "\n"
    if found := _FETCHES.search(svg):
        raise BadPictureError(f"{name} would fetch something: {found.group()}")
    return svg


def _check_words(words: str, name: str) -> None:
    """``words`` are all lines of the screen, one after another."""
    if any(start in words for start in SECRETS):
        raise BadPictureError(f"{name} shows a secret.")
    if any(looks_encrypted(word) for word in words.split()):
        raise BadPictureError(f"{name} shows ciphertext.")


def _text_of(found: re.Match[str]) -> str:
    return unescape(found[4]).replace("\u00a0", " ")


def _texts(found: re.Match[str]) -> Iterator[str]:
    """Each run of words at its own place, and as wide as its cells.

    So columns stand where they do on a terminal, whatever the font, and also where blanks at
    the beginning are skipped. Rich counts letters, of which some are two cells wide.
    """
    style, left, top, _ = found.groups()
    text = _text_of(found)
    for run in _WORDS.finditer(text):
        x = float(left) + cell_len(text[: run.start()]) * CELL
        width = cell_len(run.group()) * CELL
        yield (
            f'<text class="terminal-0-{style}" x="{x:g}" y="{top}" textLength="{width:g}">'
            f"{escape(run.group(), quote=False)}</text>"
        )
