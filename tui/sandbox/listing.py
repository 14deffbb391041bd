"""A list request, and the SQL that answers it."""

from dataclasses import dataclass
from typing import NamedTuple

from tui.sandbox.tables import Table, fold


class UnknownColumnError(ValueError):
    """``sortBy`` or ``fieldValuePair`` names what the table does not have."""


class Listing(NamedTuple):
    """Which entries are wanted: ``start`` is a 0-based offset, ``limit`` 0 means all."""

    start: int = 0
    limit: int = 50
    pattern: str = ""
    sort_by: str = "inum"
    descending: bool = False
    equal: tuple[tuple[str, str], ...] = ()
    """Pairs of Java property and value, all of which must hold."""


@dataclass(frozen=True, slots=True)
class Query:
    """SQL for one listing: every value that came from outside is a parameter.

    ``ids`` also takes a limit (-1 for none) and an offset; ``count`` counts the whole table.
    """

    count: str
    ids: str
    values: tuple[str | int, ...]
    filtered: bool


def query(table: Table, listing: Listing) -> Query:
    """The SQL for ``listing``.

    Raises:
        UnknownColumnError: as its text says.
        ValueError: a number was expected in a ``fieldValuePair``, or ``start`` is negative.
    """
    if listing.start < 0:
        raise ValueError("The offset of a list is never negative.")
    order = table.by_name.get(listing.sort_by)
    if order is None:
        raise UnknownColumnError("There is no such column to sort by.")
    conditions: list[str] = []
    values: list[str | int] = []
    tokens = [fold(token) for token in listing.pattern.split(",") if token]
    if tokens:
        conditions.append("(" + " OR ".join(["instr(search, ?)"] * len(tokens)) + ")")
        values += tokens
    for name, text in listing.equal:
        column = table.by_property.get(name)
        if column is None:
            raise UnknownColumnError("There is no such property to filter by.")
        conditions.append(f'"{column.name}" = ?')
        values.append(column.parse(text))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    way = "DESC" if listing.descending else "ASC"
    sorting = f'"{order.name}" {way}' + ("" if order.name == "inum" else f", inum {way}")
    # Names come from the fixed tables, values are parameters.
    return Query(
        count=f"SELECT count(*) FROM {table.name}",  # noqa: S608
        ids=f"SELECT id FROM {table.name}{where} ORDER BY {sorting} LIMIT ? OFFSET ?",  # noqa: S608
        values=tuple(values),
        filtered=bool(conditions),
    )
