"""One line of the clients' list, as pieces of text and the role that each of them plays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias

from tui.models.document import ClientDocument
from tui.models.plain import plain
from tui.widgets.cells import exactly
from tui.widgets.client_columns import GAP, MARGIN, Cell, Column
from tui.widgets.client_status import State, Status, status_of
from tui.widgets.client_words import as_many, auth_word, grant_words, short_id

Piece: TypeAlias = tuple[str, str]
"""A text, and its role: what it is to look like."""

LONGEST = 200
"""Characters of a value that are looked at; no column is wider."""

UNKNOWN = "· · ·"
"""Stands where a row has not been read yet."""

_ROLES = {State.DISABLED: "disabled", State.ENDING: "ending", State.EXPIRED: "expired"}


def client_line(
    document: ClientDocument, cells: Sequence[Cell], now: datetime, margin: str = ""
) -> list[Piece]:
    """The pieces of a client's row; together they are as wide as the columns.

    ``margin`` is what stands before the first column.
    """
    status = status_of(document, now)
    pieces: list[Piece] = [(exactly(margin, MARGIN), "mark" if margin.strip() else "name")]
    for cell in cells:
        text, role = _cell(document, cell, status)
        _add(pieces, exactly(text, cell.width), role)
        if cell is not cells[-1]:
            _add(pieces, " " * GAP, role)
    return pieces


def header_line(cells: Sequence[Cell], sorted_by: Column, descending: bool) -> str:
    """The titles of the columns, an arrow at the one that the list is sorted by."""
    titles = [
        exactly(
            cell.column.value + (f" {arrow(descending)}" if cell.column is sorted_by else ""),
            cell.width,
        )
        for cell in cells
    ]
    return " " * MARGIN + (" " * GAP).join(titles)


def arrow(descending: bool) -> str:
    """The sign of a sort order."""
    return "▼" if descending else "▲"


def _cell(document: ClientDocument, cell: Cell, status: Status) -> Piece:
    match cell.column:
        case Column.NAME:
            name = plain(document.name, LONGEST).strip()
            return (name, "name") if name else ("(no name)", "detail")
        case Column.ID:
            return short_id(plain(document.inum, LONGEST), cell.width), "detail"
        case Column.TYPE:
            return plain(document.text("applicationType"), LONGEST), "detail"
        case Column.GRANTS:
            words = [plain(word, LONGEST) for word in grant_words(document)[:20]]
            return as_many(words, cell.width), "detail"
        case Column.AUTH:
            return plain(auth_word(document), LONGEST), "detail"
        case Column.STATUS:
            return status.word, _ROLES.get(status.state, "detail")


def _add(pieces: list[Piece], text: str, role: str) -> None:
    """Pieces of one role that touch become one: fewer bytes on the wire."""
    if pieces[-1][1] == role:
        pieces[-1] = (pieces[-1][0] + text, role)
    else:
        pieces.append((text, role))
