"""Lines of styled text. Foreign text enters through ``foreign`` and is never markup."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from tui.models.plain import plain

LONGEST = 2000
"""Characters of a text over several lines."""

_JOINERS = "\u200c\u200d"

# Textual resolves these two to "auto 60%" and "auto 38%", and in a text loses the percentage:
# what is to be muted would be the brightest of all.
_DRAWN_AS = (
    ("$text-muted", "$foreground-muted"),
    ("$text-disabled", "$foreground-disabled"),
)


def foreign(text: object, style: str = "", limit: int = 500) -> Content:
    """Text that a stranger wrote, as one plain line without markup or control characters."""
    return styled(plain(text, limit), style)


def editable(text: str, *, multiline: bool = False) -> str:
    """Foreign text for an ``Input`` or ``TextArea``: whole, and safe for the terminal.

    Joiners stay, since words and emoji are spelled with them; with ``multiline`` line feeds
    and tabs do, too.
    """
    kept = _JOINERS + "\n\t" if multiline else _JOINERS
    if multiline:
        text = text.replace("\r\n", "\n")
    return "".join(char if char.isprintable() or char in kept else plain(char, 1) for char in text)


def styled(text: str, style: str = "") -> Content:
    """Our own text in one style; nothing in it is read as markup."""
    for token, drawn in _DRAWN_AS:
        style = style.replace(token, drawn)
    return Content.styled(text, style) if style else Content(text)


def line(*parts: Content | str | tuple[str, str]) -> Content:
    """Parts one after another; a tuple is text and its style."""
    return Content.assemble(*(styled(*part) if isinstance(part, tuple) else part for part in parts))


def fit(content: Content, width: int) -> Content:
    """At most ``width`` cells, with an ellipsis where something was cut."""
    return content.truncate(max(width, 0), ellipsis=True)


def sides(left: Content, right: Content, width: int) -> Content:
    """``left`` and ``right`` at the two ends of one line; the left gives way, but not all."""
    room = width - right.cell_length - 1
    if room < min(left.cell_length, 12):
        return fit(left, width)
    left = fit(left, room)
    return line(left, " " * (width - left.cell_length - right.cell_length), right)


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """Text over as many lines as it needs, none wider than ``width`` cells; may be foreign."""
    content = styled(plain(text, LONGEST), style)
    return list(content.wrap(max(width, 8)))


def joined(lines: Iterable[Content]) -> Content:
    """Lines below one another."""
    return Content("\n").join(lines)
