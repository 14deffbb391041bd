"""A list with a cursor: thousands of lines, of which those that are seen are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tui.widgets.moving import movements
from tui.widgets.text import fit, line


class CursorList(ScrollView, can_focus=True):
    """One line a row. Subclasses say how many rows there are, and how one looks.

    A list that gets other rows calls ``rows_changed``.

    Attributes:
        MARK: what stands before the row of the cursor; other rows have spaces there.
        cursor: the 0-based place of its row.
    """

    MARK: ClassVar[str] = " ▌ "

    BINDINGS: ClassVar[list[BindingType]] = movements("lines", "line")

    @dataclass
    class Clicked(Message):
        """A row was clicked; the cursor is there, and ``again`` tells that it was before."""

        again: bool

    def __init__(self) -> None:
        super().__init__()
        self.cursor = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row_line(self, place: int, width: int) -> Content:
        """The row at 0-based ``place``."""
        raise NotImplementedError

    def empty(self) -> Content:
        """What stands in a list without rows."""
        return Content("")

    def rows_changed(self, cursor: int = 0) -> None:
        """Show other rows, with the cursor at ``cursor`` or as near as there is one."""
        self.virtual_size = Size(self.size.width, self.count)
        self.refresh()
        self.go_to(cursor)

    def go_to(self, place: int) -> None:
        """Put the cursor on a row, or the nearest that there is."""
        self.cursor = max(0, min(place, self.count - 1))
        self.refresh()
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def action_move(self, step: int) -> None:
        """By ``step`` rows."""
        self.go_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """By ``step`` screens."""
        self.go_to(self.cursor + step * max(self.size.height - 1, 1))

    def action_first(self) -> None:
        """To the first row."""
        self.go_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.go_to(self.count - 1)

    def on_resize(self) -> None:
        """Rows are as wide as the list, and the cursor stays in sight."""
        self.rows_changed(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there and tell."""
        place = event.y + self.scroll_offset.y
        if place < self.count:
            again = place == self.cursor
            self.go_to(place)
            self.post_message(self.Clicked(again))

    def render_line(self, y: int) -> Strip:
        """The row that is at line ``y`` now."""
        place = y + self.scroll_offset.y
        width = self.size.width
        content = Content("")
        if place < self.count:
            content = self._row(place, width)
        elif place == 0:
            content = self.empty()
        strips = Visual.to_strips(self, fit(content, width), width, 1, self.visual_style)
        strip = strips[0] if strips else Strip.blank(width)
        return strip.adjust_cell_length(width, self.visual_style.rich_style)

    def _row(self, place: int, width: int) -> Content:
        here = place == self.cursor
        margin = len(self.MARK)
        mark = (self.MARK if here else " " * margin, "bold $text-accent")
        content = fit(line(mark, self.row_line(place, width - margin)), width)
        if not here:
            return content
        return line(content, " " * (width - content.cell_length)).stylize("on $boost")
