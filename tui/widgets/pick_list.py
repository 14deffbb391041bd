"""The list of a choice: thousands of rows, of which those that are seen are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from tui.forms.picking import Picker, Role, Row
from tui.widgets.cursor_list import CursorList
from tui.widgets.text import foreign, line

WIDEST_LABEL = 40


class PickList(CursorList, can_focus=False):
    """Rows with a cursor that others move: the focus is where the filter is typed."""

    MARK: ClassVar[str] = "› "

    def __init__(self, picker: Picker) -> None:
        super().__init__()
        self._picker = picker
        self._rows: Sequence[Row] = []
        self._aligned = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def row(self) -> Row | None:
        """The row of the cursor; None when there is none."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, with the cursor on the one at ``cursor``, 0-based."""
        self._rows = rows
        widest = max((len(row.option.label) for row in rows), default=0)
        self._aligned = min(widest, WIDEST_LABEL) + 3
        self.rows_changed(cursor)

    def empty(self) -> Content:
        """The filter may find nothing."""
        return line(("  nothing matches", "$text-muted"))

    def row_line(self, place: int, width: int) -> Content:
        """Whether it is chosen, its label and its note."""
        row = self._rows[place]
        option = row.option
        chosen = self._picker.is_chosen(row)
        style = "bold $foreground" if chosen else "$foreground"
        if not option.offered:
            style = "$text-warning"
        label = foreign(option.label, style)
        gap = " " * max(self._aligned - label.cell_length, 2)
        return line(
            (self._mark(row, chosen), style), label, gap, foreign(option.note, "$text-muted")
        )

    def _mark(self, row: Row, chosen: bool) -> str:
        if row.role is Role.NEW:
            return "+ "
        if self._picker.many:
            return "■ " if chosen else "□ "
        return "● " if chosen else "○ "
