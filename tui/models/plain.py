"""The one door for foreign text: names, errors and values that strangers have written.

What comes out is printable text on one line, and stays in its own place on the screen. It
is still text, not markup: ``[/b]`` is left as it is, and whoever draws it must not read
markup out of it.

- What could steer a terminal or reorder a line is made visible, so that it is noticed:
  C0 control characters as their pictures (ESC as ␛), C1 ones, bidirectional controls,
  lone surrogates, private and unassigned characters as �.
- Line breaks, tabs and odd spaces become one space each.
- What takes no room is dropped: zero-width characters and joiners, tags, variation
  selectors, blank letters. A family emoji falls apart into its members, because terminals
  disagree about the width of joined ones, and a wrong width shifts the rest of the row.
- Of the marks that stack on one letter three are kept, enough for any living language;
  a mark that has no letter before it is dropped.
"""

import unicodedata
from typing import Final

ELLIPSIS: Final = "…"
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

MARKS_ON_A_LETTER: Final = 3

READ_AHEAD: Final = 8
"""So many times the limit is read, so that 10 MB of nothing visible cost no time."""

_LINE_BREAKS = frozenset("\n\v\f\r\x85\u2028\u2029")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
_BRAILLE_BLANK = "\u2800"


def plain(text: object, limit: int = 200, *, multiline: bool = False) -> str:
    """Foreign text, safe to show.

    Args:
        text: any text; of another object, what ``str`` makes of it.
        limit: how many characters (code points) to return at most. A longer text is cut
            and ends in ``…``. With 0 or less nothing is left.
        multiline: keep line breaks, each as a line feed, which counts as a character.
    """
    source = text if isinstance(text, str) else _text_of(text)
    if len(source) <= limit and source.isascii() and source.isprintable():
        return source
    read = source[: max(limit, 0) * READ_AHEAD]
    shown = _shown(read.replace("\r\n", "\n"), multiline)
    if len(shown) > limit or len(read) < len(source):
        return shown[: limit - 1] + ELLIPSIS if limit > 0 else ""
    return shown


def _text_of(value: object) -> str:
    try:
        return str(value)
    except Exception:  # Numbers of 5000 digits, deep lists and odd exceptions refuse.
        return f"({type(value).__name__})"


def _shown(text: str, multiline: bool) -> str:
    shown: list[str] = []
    marks = MARKS_ON_A_LETTER
    line_break = "\n" if multiline else " "
    for char in text:
        if unicodedata.category(char) in ("Mn", "Me"):
            if marks < MARKS_ON_A_LETTER and not _is_invisible_mark(char):
                marks += 1
                shown.append(char)
            continue
        visible = line_break if char in _LINE_BREAKS else _visible(char)
        if visible:
            shown.append(visible)
            marks = MARKS_ON_A_LETTER if visible in "\n " else 0
    return "".join(shown)


def _visible(char: str) -> str:
    """What stands for one character that is neither a mark nor a line break; may be ""."""
    if char in _BLANK_LETTERS:
        return ""
    if char == "\t" or char == _BRAILLE_BLANK:
        return " "
    if char.isprintable():
        return char
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category == "Cf" and char not in _BIDI:
        return ""
    return REPLACEMENT


def _is_invisible_mark(char: str) -> bool:
    """Variation selectors and the grapheme joiner, which are marks to Unicode."""
    code = ord(char)
    return (
        0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
        or 0x180B <= code <= 0x180F
        or code in (0x034F, 0x17B4, 0x17B5)
    )
