"""From what Textual draws to a file that is the same wherever it is made."""

import re
from html import unescape

from rich.cells import cell_len

from screenshots.clients import SECRET
from tui.models.secrets import looks_encrypted

SECRETS = (SECRET, "sandbox-secret-", "made-up-")
"""How the secrets of the sandbox begin: those of the pictures, the seed and the filler."""

CELL = 12.2
"""Width of a cell in the picture's units, as Rich draws it."""

_FONTS = "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace"
_FETCHES = re.compile(r"@import|@font-face|url\((?!#)|\b(href|src)\s*=")
_TEXT = re.compile(r'(<text [^>]*textLength=")[^"]*("[^>]*>)([^<]*)(</text>)')


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
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg)
    svg = re.sub(r"terminal-\d+", name, svg)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {_FONTS}")
    svg = _TEXT.sub(_as_wide_as_its_cells, svg)
    svg = svg.replace("><", ">\n<")
    svg = "\n".join(row.strip() for row in svg.splitlines() if row.strip()) + "\n"
    if found := _FETCHES.search(svg):
        raise BadPictureError(f"{name} would fetch something: {found.group()}")
    if any(start in words(svg) for start in SECRETS):
        raise BadPictureError(f"{name} shows a secret.")
    if any(looks_encrypted(word) for word in words(svg).split()):
        raise BadPictureError(f"{name} shows ciphertext.")
    return svg


def words(svg: str) -> str:
    """All text of a picture, from left to right and from above to below, without line ends."""
    return "".join(unescape(found[3]) for found in _TEXT.finditer(svg)).replace("\u00a0", " ")


def _as_wide_as_its_cells(found: re.Match[str]) -> str:
    """Rich counts letters, of which some are two cells wide; blanks as entities are long."""
    start, end, escaped, close = found.groups()
    text = escaped.replace("&#160;", "\u00a0")
    return f"{start}{cell_len(unescape(text)) * CELL:g}{end}{text}{close}"
