"""The list of clients, where work begins."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from tui.api.activity import Phase
from tui.commands import APP, CLIENTS
from tui.screens.client_commands import ClientCommands
from tui.screens.client_loading import ClientLoading, in_words
from tui.screens.client_query import ClientQuery
from tui.screens.host import host
from tui.screens.way import way_of
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings, with_keys
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.client_table import ClientTable
from tui.widgets.details_pane import DetailsPane
from tui.widgets.key_bar import KeyBar
from tui.widgets.search_bar import SearchBar, before_all_else
from tui.widgets.styles import style_path
from tui.widgets.summary_line import SummaryLine
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.session import Session

DETAILS_PAUSE = 0.08
"""Seconds that the cursor rests before the details follow: a held key draws them once."""


class ClientsScreen(ClientCommands):
    """A table of clients and what can be done with them.

    The frame is painted first; then a worker connects and reads the first page.
    """

    CSS_PATH = style_path("clients")
    BINDINGS: ClassVar[list[BindingType]] = before_all_else(bindings(CLIENTS), "clients.search")
    AUTO_FOCUS = "ClientTable"

    def __init__(self, session: Session, clock: Clock = utc_now, classes: str = "") -> None:
        """Args: ``classes`` are known of it before it is drawn for the first time."""
        super().__init__(session, ClientTable(clock), classes)
        self.loading_list = ClientLoading(session, self.table, self._show_state, clock)
        self._clock = clock
        self._details: Timer | None = None
        self._knows_kept = False

    # Building

    def compose(self) -> ComposeResult:
        """The frame; it needs nothing from the server."""
        yield TopBar(self.session)
        yield SearchBar()
        yield Banner()
        with Horizontal():
            yield self.table
            yield DetailsPane(self._clock)
        yield SummaryLine(self._clock)
        yield KeyBar([*CLIENTS, *APP], self.session)

    def on_mount(self) -> None:
        """Say where we are; read once that has been painted."""
        self.query_one(TopBar).where = way_of(self.session).where
        self._show_state()
        self._unwatch = self.session.watch(self._answers_again)
        # What runs after the refresh would still run before the first frame is written.
        # A timer of Textual's is never due when it was late at its start, as on a busy machine.
        asyncio.get_running_loop().call_later(0.001, self.call_next, self._load)

    def on_unmount(self) -> None:
        """Follow the connection no longer."""
        self._unwatch()

    # Reading

    def _answers_again(self) -> None:
        """Go on with what could not be read while the server was away."""
        activity = self.session.activity
        if self.loading_list.was_away and activity is not None and activity.phase is Phase.OVER:
            self._load()

    def _load(self) -> None:
        if not self.loading_list.running:
            self.run_worker(self._read(), group="load", exit_on_error=False)

    async def _read(self) -> None:
        await self.loading_list.run()
        if not self._knows_kept:
            self._knows_kept = True
            # The rows are painted first: what is read now takes turns with that.
            await asyncio.sleep(DETAILS_PAUSE)
            await self.session.read_kept()
            self._show_details()

    @on(ClientTable.Needed)
    def _needed(self) -> None:
        self._load()

    def _want(self, query: ClientQuery) -> None:
        self.loading_list.query = query
        self._show_state()
        self._load()

    def renew(self, inum: str = "") -> None:
        """Read again what is seen, with the cursor on ``inum`` if that is there."""
        self.loading_list.want_renewal(inum)
        self._knows_kept = False
        self._load()

    # Showing

    @on(ClientTable.Viewed)
    def _viewed(self) -> None:
        self._show_state()

    @on(ClientTable.Highlighted)
    def _highlighted(self) -> None:
        if self._details is not None:
            self._details.stop()
        self._details = self.set_timer(DETAILS_PAUSE, self._show_details)

    def _show_details(self) -> None:
        if not self.is_mounted:
            return
        current = self.table.current
        kept = self.session.kept.get(current.inum) if current is not None else None
        pane = self.query_one(DetailsPane)
        pane.registration = (kept.uri or "its provider gave no URI") if kept is not None else ""
        self.query_one(SummaryLine).document = pane.document = current

    def _show_state(self) -> None:
        if not self.is_mounted:
            return
        bar = self.query_one(SearchBar)
        bar.order = self.loading_list.query.order
        bar.position = self._position()
        text, tone = self._remark()
        self.query_one(Banner).say(text, tone)

    def _position(self) -> str:
        loading = self.loading_list
        behind = loading.query != loading.shown or self.table.sees_unknown
        if behind and not loading.failure:
            return "loading…"
        seen, total = self.table.rows_seen, self.table.total
        shown = f"{seen.start + 1:,}–{seen.stop:,} of {total:,}" if total and seen else ""
        return " ".join(filter(None, (shown, loading.progress)))

    def _remark(self) -> tuple[str, str]:
        """What to say above the list, and its tone."""
        loading = self.loading_list
        if loading.failure:
            hint = with_keys(self.app, " {clients.refresh} tries again.")
            return loading.failure + hint * loading.is_worth_trying, "error"
        if self.table.total != 0 or loading.query != loading.shown or loading.progress:
            return "", "muted"
        if loading.query.pattern:
            hint = with_keys(self.app, "{clients.back} clears.")
            return f"Nothing matches '{loading.query.pattern}'. {hint}", "muted"
        return with_keys(self.app, way_of(self.session).empty), "muted"

    def action_statements(self) -> None:
        """Show the software statements of the server."""
        from tui.screens.statements import StatementsScreen

        def back(registered: bool | None) -> None:
            if registered:
                self.renew()

        self.app.push_screen(StatementsScreen(self.session, self._clock), back)

    # Searching and sorting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a search is being typed, its key is a character."""
        del parameters
        return action != "search" or not self.query_one(SearchBar).is_open

    def action_search(self) -> None:
        """Type a search."""
        self.query_one(SearchBar).open()

    @on(SearchBar.Searched)
    def _searched(self, event: SearchBar.Searched) -> None:
        self._want(self.loading_list.query.searching(event.pattern))

    @on(SearchBar.Left)
    def _search_left(self) -> None:
        self.table.focus()

    @work(group="filter")
    async def action_filter(self) -> None:
        """Choose one of the ready filters, or take it away."""
        from tui.screens.filter_menu import choose_filter

        bar = self.query_one(SearchBar)
        pattern = await choose_filter(self.app, bar.pattern)
        if pattern is not None:
            bar.search(pattern)

    def action_back(self) -> None:
        """Give up what is being done, else take away the marks, else clear the search."""
        if self.leave_off():
            return
        if self.marks:
            self._mark({})
        else:
            self.query_one(SearchBar).clear()

    def action_sort(self) -> None:
        """The next order."""
        self._want(self.loading_list.query.next_order())

    def action_refresh(self) -> None:
        """Read again what is seen."""
        self.renew()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What nobody foresaw is told, and the program goes on."""
        if event.state is WorkerState.ERROR and isinstance(event.worker.error, Exception):
            host(self).complain(in_words(event.worker.error))
