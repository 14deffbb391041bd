"""Which columns of the clients' list fit, and how wide they are. No Textual here."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

MARGIN = 3
"""Cells before the first column, where the cursor's mark stands."""

GAP = 2
"""Cells between two columns."""

NAME_NEEDS = 22
"""The name gives a further column room only while it keeps so many cells."""

NAME_LIKES = 30
"""Beyond so many cells, the name shares what is left with the others."""


class Column(Enum):
    """The columns from left to right, by their titles."""

    NAME = "Name"
    ID = "Client ID"
    TYPE = "Type"
    GRANTS = "Grants"
    AUTH = "Auth"
    STATUS = "Status"


_WIDTHS = {
    Column.STATUS: (12, 12),
    Column.ID: (13, 36),
    Column.GRANTS: (18, 30),
    Column.TYPE: (6, 6),
    Column.AUTH: (15, 15),
}
"""Narrowest and widest, the most important first."""


class Cell(NamedTuple):
    """A column and its width in cells, without the gap behind it."""

    column: Column
    width: int


@lru_cache(maxsize=16)
def columns_for(width: int) -> tuple[Cell, ...]:
    """The columns for a list that is ``width`` cells wide, from left to right."""
    name = width - MARGIN
    widths: dict[Column, int] = {}
    for column, (narrow, _) in _WIDTHS.items():
        if name - GAP - narrow < NAME_NEEDS and widths:
            break
        widths[column] = narrow
        name -= GAP + narrow
    for column in widths:
        more = max(min(_WIDTHS[column][1] - widths[column], name - NAME_LIKES), 0)
        widths[column] += more
        name -= more
    widths[Column.NAME] = max(name, 1)
    return tuple(Cell(column, widths[column]) for column in Column if column in widths)
