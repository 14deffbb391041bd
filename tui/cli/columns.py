"""Entries as rows and columns of text."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence

from tui.models.document import member
from tui.models.json import Absent, Json, JsonObject
from tui.models.plain import plain

WIDEST = 60
"""Cells of a table's column at most; the last one may be longer."""


_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text starts that spreadsheets run."""


def csv_text(rows: Sequence[JsonObject], columns: Sequence[str]) -> str:
    """RFC 4180, but with line feeds; values as they are, lists joined by blanks.

    A text that a spreadsheet would take for a formula, and anybody may register a client with
    such a name, gets an apostrophe in front.
    """
    cells = [[_no_formula(_text(member(row, name), " ")) for name in columns] for row in rows]
    return "\n".join(_csv_line(line) for line in [columns, *cells])


def _csv_line(cells: Sequence[str]) -> str:
    # The writer quotes a carriage return only where its own lines end with one.
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerow(cells)
    return target.getvalue().removesuffix("\r\n")


def table_text(rows: Sequence[JsonObject], columns: Sequence[str]) -> str:
    """Columns side by side, each as wide as it needs; "" when there are no rows."""
    if not rows:
        return ""
    lines = [[plain(name, WIDEST) for name in columns]]
    for row in rows:
        cells = [plain(_text(member(row, name), ", "), WIDEST) for name in columns[:-1]]
        lines.append([*cells, plain(_text(member(row, columns[-1]), ", "))])
    widths = [max(_width(line[at]) for line in lines) for at in range(len(columns) - 1)]
    return "\n".join(
        "  ".join(
            [cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=False)]
            + line[-1:]
        ).rstrip()
        for line in lines
    )


def members_of(entry: JsonObject) -> list[JsonObject]:
    """A row for each member, those of objects by their dotted path; empty ones are left out."""
    rows: list[JsonObject] = []
    for name, value in _flat(entry):
        rows.append({"member": name, "value": value})
    return rows


def _flat(entry: JsonObject) -> Iterator[tuple[str, Json]]:
    for name, value in entry.items():
        if name == "attributes" and isinstance(value, dict):
            yield from ((f"{name}.{below}", item) for below, item in value.items())
        elif value not in (None, "", [], {}):
            yield name, value


def _text(value: Json | Absent, between: str) -> str:
    match value:
        case Absent() | None:
            return ""
        case str():
            return value
        case list() if all(isinstance(item, str) for item in value):
            return between.join(str(item) for item in value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _no_formula(text: str) -> str:
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def _width(text: str) -> int:
    """Cells that a terminal uses for ``text`` (Unicode Standard Annex 11)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
