"""How much a toast may say, so that it does not cover the screen that it is about."""

from __future__ import annotations

from textual.geometry import Size

from tui.models.plain import ELLIPSIS
from tui.widgets.text import wrapped

WIDEST = 76
"""Cells of a toast; ``styles/app.tcss`` says the same."""

EDGES = 3
"""Cells of a toast that hold no text: its border, and the blanks at both sides."""


def room_of(size: Size) -> tuple[int, int]:
    """Cells of a line and lines that a toast has on a screen of ``size``."""
    return min(WIDEST, size.width) - EDGES, max(size.height // 4, 2)


def for_toast(words: str, size: Size) -> str:
    """``words`` as they fit a toast; what was cut ends in an ellipsis."""
    width, rows = room_of(size)
    lines = [content.plain.rstrip() for content in wrapped(words, width)]
    if len(lines) <= rows:
        return words
    return " ".join(lines[:rows])[: width * rows - 1] + ELLIPSIS
