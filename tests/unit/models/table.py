"""The table of a client's members, as the Config API documents them."""

import csv
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One member: of the client or of its ``attributes``; what registration calls it, or ""."""

    part: str
    member: str
    type: str
    registration: str


def _read() -> list[Row]:
    path = Path(__file__).parents[2] / "data" / "client_members.csv"
    with path.open(newline="") as file:
        return [Row(*fields) for fields in list(csv.reader(file))[1:]]


ROWS = _read()
