"""The rows of a long list that are known, by their place in it. No Textual here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.models.document import ClientDocument
from tui.models.page import Page

PAGE = 50
"""Rows that are asked for together; requests begin at multiples of it."""

MOST = 200
"""The most rows that one request asks for, the server's own limit."""


class Span(NamedTuple):
    """``limit`` rows from the 0-based ``offset`` on."""

    offset: int
    limit: int


class RowWindow:
    """A bounded, sparse store of rows.

    Rows that have expired are still shown until newer ones take their place.

    Attributes:
        total: rows in the whole list; None while that is not known.
    """

    def __init__(self, keep: int = 2000) -> None:
        """Args: ``keep`` is how many rows are remembered, those around the last ones put."""
        self.total: int | None = None
        self._keep = keep
        self._rows: dict[int, ClientDocument | None] = {}
        self._expired: dict[int, ClientDocument | None] = {}

    def __len__(self) -> int:
        """How many rows are known, expired ones not counted."""
        return len(self._rows)

    def row(self, index: int) -> ClientDocument | None:
        """The row at 0-based ``index``; None when it is not known."""
        return self._rows[index] if index in self._rows else self._expired.get(index)

    def find(self, inum: str) -> int | None:
        """Where the client ``inum`` stands; None when that is not known."""
        for index, row in self._rows.items():
            if row is not None and row.inum == inum:
                return index
        return None

    def clear(self) -> None:
        """Forget everything."""
        self.total = None
        self._rows.clear()
        self._expired.clear()

    def expire(self) -> None:
        """Have everything read again; what is known stays to be seen until then."""
        self._expired.update(self._rows)
        self._rows.clear()

    def put(self, page: Page[ClientDocument]) -> None:
        """Take rows that were read, and how long the list is now."""
        self.total = page.total
        self._rows.update(enumerate(page.entries, page.start))
        if not page.entries:
            # The server says that there are more, and gives none: to ask again would not end.
            for index in range(page.start, min(page.start + MOST, page.total)):
                self._rows.setdefault(index, None)
        middle = page.start + len(page.entries) // 2
        for rows in (self._rows, self._expired):
            self._trim(rows, middle)

    def missing(self, first: int, last: int) -> Span | None:
        """What to read next while the rows ``first`` to ``last - 1`` are shown.

        Those rows come first, with the rest of their pages; then the page after them, then
        the page before. None when nothing is missing, or the length is not known yet.
        """
        if self.total is None:
            return None
        start, end = first // PAGE * PAGE, -(-last // PAGE) * PAGE
        for block in ((start, end), (end, end + PAGE), (start - PAGE, start)):
            span = self._first_gap(range(max(block[0], 0), min(block[1], self.total)))
            if span:
                return span
        return None

    def _first_gap(self, indexes: Iterable[int]) -> Span | None:
        gap = [index for index in indexes if index not in self._rows]
        return Span(gap[0], min(gap[-1] - gap[0] + 1, MOST)) if gap else None

    def _trim(self, rows: dict[int, ClientDocument | None], middle: int) -> None:
        total = self.total or 0
        reach = self._keep // 2
        crowded = len(rows) > self._keep
        for index in list(rows):
            if index >= total or (crowded and abs(index - middle) > reach):
                del rows[index]
