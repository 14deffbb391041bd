"""Reads the list of clients into the table, page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.api.errors import ApiError
from tui.screens.client_query import ClientQuery
from tui.widgets.client_table import ClientTable
from tui.widgets.row_window import MOST, PAGE, Span

if TYPE_CHECKING:
    from tui.models.document import ClientDocument
    from tui.models.page import Page
    from tui.session import Session


def in_words(error: Exception) -> str:
    """What went wrong, for a person; may hold the server's own words."""
    if isinstance(error, ApiError):
        return f"{error.sentence} {error.server_words}".strip()
    return f"That did not work: {error}"


class ClientLoading:
    """One request at a time; the next one is decided on when the last has been answered.

    So a key that is held down makes no queue of requests: what was only passed by is never
    asked for, and an answer to what is no longer wanted is dropped.

    Attributes:
        query: what is wanted.
        failure: why the last request failed; "" when it did not.
        running: whether a request is under way.
    """

    def __init__(self, session: Session, table: ClientTable, changed: Callable[[], None]) -> None:
        """Args: ``changed`` is called when ``running`` or ``failure`` may have changed."""
        self.query = ClientQuery()
        self.failure = ""
        self.running = False
        self._session = session
        self._table = table
        self._changed = changed
        self._shown: ClientQuery | None = None
        self._renewal: str | None = None

    @property
    def shown(self) -> ClientQuery | None:
        """What the table shows; None before the first answer."""
        return self._shown

    def want_renewal(self, inum: str = "") -> None:
        """Have what is seen read again; the cursor goes to ``inum`` if that is there."""
        self._renewal = inum

    async def run(self) -> None:
        """Read until nothing is missing, or a request fails."""
        if self.running:
            return
        self.running = True
        self._changed()
        try:
            await self._read_all()
        finally:
            self.running = False
        self._changed()

    async def _read_all(self) -> None:
        while True:
            query = self.query
            try:
                if not await self._step(query):
                    return
                self.failure = ""
            except Exception as error:  # Whatever a server does, the list stays and says so.
                if query == self.query:
                    self.failure = in_words(error)
                    return

    async def _step(self, query: ClientQuery) -> bool:
        """Read what is most wanted; whether there was anything to read."""
        if query != self._shown:
            page = await self._read(query, Span(0, PAGE))
            if query == self.query:
                self._shown, self._renewal = query, None
                self._table.show_sort(query.column, query.descending)
                self._table.show(page)
        elif self._renewal is not None:
            page = await self._read(query, self._place())
            if query == self.query:
                self._table.renew(page, self._renewal)
                self._renewal = None
        else:
            span = self._table.missing
            if span is None:
                return False
            page = await self._read(query, span)
            if query == self.query:
                self._table.put(page)
        self._changed()
        return True

    def _place(self) -> Span:
        """Whole pages around what is seen."""
        seen = self._table.rows_seen
        offset = seen.start // PAGE * PAGE
        pages = max(-(-(seen.stop - offset) // PAGE), 1)
        return Span(offset, min(pages * PAGE, MOST))

    async def _read(self, query: ClientQuery, span: Span) -> Page[ClientDocument]:
        api = await self._session.connect()
        return await api.clients.page(
            offset=span.offset,
            limit=span.limit,
            pattern=query.pattern,
            sort_by=query.sort_by,
            descending=query.descending,
        )
