"""Rows of columns, and what stands above them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from textual.content import Content

from tui.models.plain import plain
from tui.widgets.cells import exactly
from tui.widgets.cursor_list import CursorList
from tui.widgets.lines import Lines
from tui.widgets.text import line

Widths: TypeAlias = Callable[[int], Mapping[str, int]]
"""The columns of a row of so many cells, from left to right: name and own width.

Behind each column there is a gap of one cell.
"""


def row(
    widths: Mapping[str, int], cells: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The cells of a row: text and style, of which ``cells`` has one for each column.

    The texts may be foreign.
    """
    for name, width in widths.items():
        text, style = cells[name]
        yield exactly(plain(text, 200), width) + " ", style


def matches(words: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether each word, in lower case, stands in one of the texts."""
    whole = "\n".join(texts).casefold()
    return all(word in whole for word in words)


class ColumnHeading(Lines):
    """The names of the columns, above a ``CursorList`` whose scroll bar is always there."""

    DEFAULT_CSS = """
    ColumnHeading { height: auto; }
    """

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        self._widths = widths

    def lines(self, width: int) -> list[Content]:
        """One line."""
        margin = len(CursorList.MARK)
        widths = self._widths(width - margin - 1)
        names = {name: (name.capitalize(), "$text-disabled") for name in widths}
        return [line(" " * margin, *row(widths, names))]
