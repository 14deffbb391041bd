"""The entries of the history, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.journal.entry import CREATE, DELETE, EDIT, UNDO, Entry
from tui.models.plain import plain
from tui.widgets.cells import exactly
from tui.widgets.cursor_list import CursorList
from tui.widgets.history_words import what, when, who
from tui.widgets.text import foreign, line

NARROW, WIDE = 60, 90
"""Cells: from the one on there is room for the year, from the other for the user."""

KIND, USER = 8, 12
WIDEST_NAME = 30

COLOURS = {
    CREATE: "$text-success",
    EDIT: "$text-accent",
    DELETE: "$text-error",
    UNDO: "$text-warning",
}


class HistoryList(CursorList):
    """When, what kind, which client, and what; names are foreign text."""

    def __init__(self, *, one_client: bool) -> None:
        """Args: ``one_client`` leaves out the client, which is the same in all entries."""
        super().__init__()
        self._one_client = one_client
        self._entries: Sequence[Entry] | None = None

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._entries or ())

    @property
    def entry(self) -> Entry | None:
        """The entry of the cursor; None when there is none."""
        return self._entries[self.cursor] if self._entries else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these, with the cursor on the newest, the first one."""
        self._entries = entries
        self.rows_changed()

    def empty(self) -> Content:
        """Before the entries have been read there is nothing to say."""
        words = "" if self._entries is None else "Nothing was changed from here yet."
        return line((f"   {words}", "$text-muted"))

    def row_line(self, place: int, width: int) -> Content:
        """Time, kind, client, what, and at the end the user, as far as there is room."""
        assert self._entries is not None
        entry = self._entries[place]
        time = when(entry, short=width < NARROW)
        kind = (exactly(plain(entry.kind, KIND), KIND), COLOURS.get(entry.kind, ""))
        parts: list[Content | str | tuple[str, str]] = [(f"{time}  ", "$text-muted"), kind]
        room = width - len(time) - 2 - KIND
        if width < NARROW:
            words = what(entry) if self._one_client else who(entry)
            return line(*parts, foreign(words, "bold", 200))
        user = USER if width >= WIDE else 0
        name = 0 if self._one_client else min(WIDEST_NAME, (room - user) // 2)
        if name:
            parts.append((exactly(plain(who(entry), 100), name - 2) + "  ", "bold"))
        parts.append((exactly(plain(what(entry), 300), room - name - user), ""))
        if user:
            parts.append((exactly("  " + plain(entry.user, 40), user), "$text-muted"))
        return line(*parts)
