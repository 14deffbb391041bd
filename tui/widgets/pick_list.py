"""The list of a choice: thousands of rows, of which those that are seen are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tui.forms.picking import Picker, Role, Row
from tui.widgets.text import fit, foreign, line

WIDEST_LABEL = 40


class PickList(ScrollView, can_focus=False):
    """Rows with a cursor that others move: the focus is where the filter is typed."""

    @dataclass
    class Clicked(Message):
        """A row was clicked; the cursor is there."""

        row: Row

    def __init__(self, picker: Picker) -> None:
        super().__init__()
        self._picker = picker
        self._rows: Sequence[Row] = []
        self._aligned = 0
        self.cursor = 0

    @property
    def row(self) -> Row | None:
        """The row of the cursor; None when there is none."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, with the cursor on the one at ``cursor``, 0-based."""
        self._rows = rows
        widest = max((len(row.option.label) for row in rows), default=0)
        self._aligned = min(widest, WIDEST_LABEL) + 3
        self.virtual_size = Size(self.size.width, len(rows))
        self.refresh()
        self.go_to(cursor)

    def go_to(self, place: int) -> None:
        """Put the cursor on a row, as near as there is one."""
        self.cursor = max(0, min(place, len(self._rows) - 1))
        self.refresh()
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def move(self, step: int) -> None:
        """Move the cursor by so many rows."""
        self.go_to(self.cursor + step)

    def on_resize(self) -> None:
        """Rows are as wide as the list, and the cursor stays in sight."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.go_to(self.cursor)

    def render_line(self, y: int) -> Strip:
        """The row that is at line ``y`` now."""
        place = y + self.scroll_offset.y
        width = self.size.width
        if not self._rows and y == 0:
            content = line(("  nothing matches", "$text-muted"))
        elif place < len(self._rows):
            content = self._content(place, width)
        else:
            content = Content("")
        strips = Visual.to_strips(self, fit(content, width), width, 1, self.visual_style)
        strip = strips[0] if strips else Strip.blank(width)
        return strip.adjust_cell_length(width, self.visual_style.rich_style)

    def _content(self, place: int, width: int) -> Content:
        row = self._rows[place]
        option = row.option
        chosen = self._picker.is_chosen(row)
        style = "bold $foreground" if chosen else "$foreground"
        if not option.offered:
            style = "$text-warning"
        at_cursor = place == self.cursor
        label = foreign(option.label, style)
        gap = " " * max(self._aligned - label.cell_length, 2)
        content = line(
            ("› " if at_cursor else "  ", "bold $accent"),
            (self._mark(row, chosen), style),
            label,
            gap,
            foreign(option.note, "$text-muted"),
        )
        if at_cursor:
            content = fit(line(content, " " * width), width).stylize("on $boost")
        return content

    def _mark(self, row: Row, chosen: bool) -> str:
        if row.role is Role.NEW:
            return "+ "
        if self._picker.many:
            return "■ " if chosen else "□ "
        return "● " if chosen else "○ "

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there and tell."""
        place = event.y + self.scroll_offset.y
        if place < len(self._rows):
            self.go_to(place)
            self.post_message(self.Clicked(self._rows[place]))
