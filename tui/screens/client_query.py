"""Which clients are listed, and in what order."""

from __future__ import annotations

from typing import NamedTuple

from tui.widgets.client_columns import Column
from tui.widgets.client_line import arrow

_SORTABLE = {Column.NAME: ("displayName", "name"), Column.ID: ("inum", "id")}
"""The server's column and our word; sorting by any other column makes some servers fail."""


class ClientQuery(NamedTuple):
    """What the server is asked for.

    Attributes:
        pattern: text to be found in name, id or description; "" finds all.
        column: the column that the list is sorted by.
        descending: whether the order is turned round.
    """

    pattern: str = ""
    column: Column = Column.NAME
    descending: bool = False

    @property
    def sort_by(self) -> str:
        """The column of the server's database."""
        return _SORTABLE[self.column][0]

    @property
    def order(self) -> str:
        """The order in words."""
        return f"by {_SORTABLE[self.column][1]} {arrow(self.descending)}"

    def next_order(self) -> ClientQuery:
        """The same clients in the order that comes next: turned round, or by the next column."""
        if not self.descending:
            return self._replace(descending=True)
        columns = list(_SORTABLE)
        column = columns[(columns.index(self.column) + 1) % len(columns)]
        return self._replace(column=column, descending=False)

    def searching(self, pattern: str) -> ClientQuery:
        """Other clients in the same order."""
        return self._replace(pattern=pattern)
