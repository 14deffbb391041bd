"""Reads the list of clients into the table, page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.api.errors import ApiError, ServerFailed, TimedOut, Unreachable
from tui.models.client_filter import ClientFilter, FilterError, read_filter
from tui.screens.client_query import ClientQuery
from tui.screens.client_sources import ClientScan, ClientSource, ServerPages
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.client_table import ClientTable
from tui.widgets.row_window import MOST, PAGE, Span

if TYPE_CHECKING:
    from tui.session import Session


def in_words(error: Exception) -> str:
    """What went wrong, for a person; may hold the server's own words."""
    if isinstance(error, FilterError):
        return str(error)
    if isinstance(error, ApiError):
        return error.words
    return f"That did not work: {error}"


class ClientLoading:
    """One request at a time; the next one is decided on when the last has been answered.

    So a key that is held down makes no queue of requests: what was only passed by is never
    asked for, and an answer to what is no longer wanted is dropped.

    Attributes:
        query: what is wanted.
        failure: why the last request failed; "" when it did not.
        was_away: whether that was because the server did not answer, which passes.
        is_worth_trying: whether the same request may succeed at another time.
        running: whether a request is under way.
    """

    def __init__(
        self,
        session: Session,
        table: ClientTable,
        changed: Callable[[], None],
        clock: Clock = utc_now,
    ) -> None:
        """Args: ``changed`` is called when ``running`` or ``failure`` may have changed."""
        self.query = ClientQuery()
        self.failure = ""
        self.was_away = False
        self.is_worth_trying = True
        self.running = False
        self._session = session
        self._table = table
        self._changed = changed
        self._clock = clock
        self._source: ClientSource | None = None
        self._shown: ClientQuery | None = None
        self._renewal: str | None = None

    @property
    def shown(self) -> ClientQuery | None:
        """What the table shows; None before the first answer."""
        return self._shown

    @property
    def progress(self) -> str:
        """How far a look at every client is; "" when the server does the looking."""
        return self._source.progress if self._source and self.query == self._shown else ""

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
                self.failure, self.was_away = "", False
                self._session.notice_scopes()
            except Exception as error:  # Whatever a server does, the list stays and says so.
                if query == self.query:
                    self.failure = in_words(error)
                    self.was_away = isinstance(error, Unreachable | TimedOut | ServerFailed)
                    self.is_worth_trying = not isinstance(error, FilterError)
                    return

    async def _step(self, query: ClientQuery) -> bool:
        """Read what is most wanted; whether there was anything to read."""
        source = self._source
        if source is None or query != self._shown:
            source = await self._source_of(query)
            page = await source.read(Span(0, source.first))
            if query == self.query:
                self._source, self._shown, self._renewal = source, query, None
                self._table.show_sort(query.column, query.descending)
                self._table.show(page)
        elif self._renewal is not None:
            source = await self._source_of(query)
            page = await source.read(self._place())
            if query == self.query:
                self._source = source
                self._table.renew(page, self._renewal)
                self._renewal = None
        elif span := self._table.missing:
            page = await source.read(span)
            if query == self.query:
                self._table.put(page)
        else:
            more = await source.go_on()
            if more is None:
                return False
            if more.entries and query == self.query:
                self._table.put(more)
        self._changed()
        return True

    def _place(self) -> Span:
        """Whole pages around what is seen."""
        seen = self._table.rows_seen
        offset = seen.start // PAGE * PAGE
        pages = max(-(-(seen.stop - offset) // PAGE), 1)
        return Span(offset, min(pages * PAGE, MOST))

    async def _source_of(self, query: ClientQuery) -> ClientSource:
        """A fresh source.

        Raises:
            FilterError: the query cannot be understood.
            ApiError: what a filter looks things up in could not be read.
        """
        scope_ids: dict[str, str] = {}
        wanted = ClientFilter(query.pattern)
        if ":" in query.pattern:
            wanted = read_filter(query.pattern, self._clock(), scope_ids)
        api = await self._session.connection()
        if wanted.needs_scopes:
            scope_ids |= await self._scope_ids()
        kind = ClientScan if wanted.tests else ServerPages
        return kind(api.clients, query, wanted)

    async def _scope_ids(self) -> dict[str, str]:
        lookups = await self._session.read_lookups(lambda: None)
        if lookups.scopes is None:
            raise FilterError(f"scope: cannot be looked for. {lookups.failures.get('scopes', '')}")
        return {scope.dn: scope.text("id") for scope in lookups.scopes}
