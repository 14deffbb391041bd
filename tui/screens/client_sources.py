"""Where the rows of the list come from: the server's own pages, or a look at every client."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Protocol

from tui.models.page import Page
from tui.screens.client_query import ClientQuery
from tui.widgets.row_window import PAGE, Span

if TYPE_CHECKING:
    from tui.api.connection import ClientList
    from tui.models.client_filter import ClientFilter
    from tui.models.document import ClientDocument

CHUNK = 200
"""Clients that are looked at between two pictures of the list."""

MOST_FOUND = 5_000
"""Clients that a look at all of them keeps; nobody scrolls through more."""


class ClientSource(Protocol):
    """The clients of one query, in its order."""

    @property
    def first(self) -> int:
        """How many rows are worth waiting for before any is shown."""

    @property
    def progress(self) -> str:
        """What is going on, in words; "" when nothing is."""

    async def read(self, span: Span) -> Page[ClientDocument]:
        """The rows of ``span``, fewer at the end of the list.

        Raises:
            ApiError: of whatever kind went wrong.
        """

    async def go_on(self) -> Page[ClientDocument] | None:
        """Rows that nobody asked for yet; None when there are no more to come.

        Raises:
            ApiError: of whatever kind went wrong.
        """


class ServerPages:
    """Pages as the server makes them."""

    first = PAGE
    progress = ""

    def __init__(self, clients: ClientList, query: ClientQuery, wanted: ClientFilter) -> None:
        self._clients = clients
        self._query = query
        self._wanted = wanted

    async def read(self, span: Span) -> Page[ClientDocument]:
        """As ``ClientSource.read``."""
        return await self._clients.page(
            offset=span.offset,
            limit=span.limit,
            pattern=self._wanted.pattern,
            sort_by=self._query.sort_by,
            descending=self._query.descending,
            filters=self._wanted.equal,
        )

    async def go_on(self) -> None:
        """Pages come as they are asked for."""


class ClientScan:
    """Every client of the server, read page by page; kept is what passes the filter."""

    first = 1

    def __init__(self, clients: ClientList, query: ClientQuery, wanted: ClientFilter) -> None:
        self._wanted = wanted
        self._found: list[ClientDocument] = []
        self._looked_at = 0
        self._done = False
        self._entries: AsyncGenerator[ClientDocument] = clients.iterate(
            page_size=CHUNK,
            pattern=wanted.pattern,
            sort_by=query.sort_by,
            descending=query.descending,
            filters=wanted.equal,
        )

    @property
    def progress(self) -> str:
        """How far it is, or that it found too much."""
        if not self._done:
            return f"looked at {self._looked_at:,}…"
        return "and more" if len(self._found) >= MOST_FOUND else ""

    async def read(self, span: Span) -> Page[ClientDocument]:
        """Look until the rows of ``span`` are found, or at all clients."""
        end = span.offset + span.limit
        while not self._done and len(self._found) < end:
            await self._look()
        return self._page(span.offset, end)

    async def go_on(self) -> Page[ClientDocument] | None:
        """Look at some more; the page may be empty."""
        if self._done:
            return None
        before = len(self._found)
        await self._look()
        return self._page(before, len(self._found))

    async def _look(self) -> None:
        last = self._looked_at + CHUNK
        async for client in self._entries:
            self._looked_at += 1
            if self._wanted.wants(client):
                self._found.append(client)
            if len(self._found) >= MOST_FOUND:
                await self._entries.aclose()
                break
            if self._looked_at >= last:
                return
        self._done = True

    def _page(self, start: int, end: int) -> Page[ClientDocument]:
        return Page(start, len(self._found), self._found[start:end])
