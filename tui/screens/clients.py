"""The list of clients, where work begins."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from tui.api.activity import Phase
from tui.api.errors import ApiError, NotFound
from tui.commands import APP, CLIENTS
from tui.screens.client_loading import ClientLoading, in_words
from tui.screens.client_query import ClientQuery
from tui.screens.host import host
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.client_table import ClientTable
from tui.widgets.details_pane import DetailsPane
from tui.widgets.key_bar import KeyBar
from tui.widgets.search_bar import SearchBar, before_all_else
from tui.widgets.styles import style_path
from tui.widgets.summary_line import SummaryLine
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.models.document import ClientDocument
    from tui.screens.bulk import Deed
    from tui.session import Session

DETAILS_PAUSE = 0.08
"""Seconds that the cursor rests before the details follow: a held key draws them once."""


class ClientsScreen(Screen[None]):
    """A table of clients and what can be done with them.

    The frame is painted first; then a worker connects and reads the first page.
    """

    CSS_PATH = style_path("clients")
    BINDINGS: ClassVar[list[BindingType]] = before_all_else(bindings(CLIENTS), "clients.search")
    AUTO_FOCUS = "ClientTable"

    def __init__(self, session: Session, clock: Clock = utc_now, classes: str = "") -> None:
        """Args: ``classes`` are known of it before it is drawn for the first time."""
        super().__init__(classes=classes)
        self.session = session
        self.table = ClientTable(clock)
        self.loading_list = ClientLoading(session, self.table, self._show_state, clock)
        self._clock = clock
        self._details: Timer | None = None
        self._job: Worker[None] | None = None
        self.marks: dict[str, ClientDocument] = {}

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
        self.query_one(TopBar).where = ("Auth Server", "Clients")
        self._show_state()
        self._unwatch = self.session.watch(self._answers_again)
        # What runs after the refresh would still run before the first frame is written.
        self.set_timer(0.001, self._load)

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
            self.run_worker(self.loading_list.run(), group="load", exit_on_error=False)

    @on(ClientTable.Needed)
    def _needed(self) -> None:
        self._load()

    def _want(self, query: ClientQuery) -> None:
        self.loading_list.query = query
        self._show_state()
        self._load()

    def _renew(self, inum: str = "") -> None:
        self.loading_list.want_renewal(inum)
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
        self.query_one(SummaryLine).document = self.table.current
        self.query_one(DetailsPane).document = self.table.current

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
            return loading.failure, "error"
        if self.table.total != 0 or loading.query != loading.shown or loading.progress:
            return "", "muted"
        if loading.query.pattern:
            return f"Nothing matches '{loading.query.pattern}'. esc clears.", "muted"
        return "No clients yet. a adds one.", "muted"

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
        if self._job is not None and self._job.is_running:
            self._job.cancel()
        elif self.marks:
            self._mark({})
        else:
            self.query_one(SearchBar).clear()

    def action_sort(self) -> None:
        """The next order."""
        self._want(self.loading_list.query.next_order())

    def action_refresh(self) -> None:
        """Read again what is seen."""
        self._renew()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What nobody foresaw is told, and the program goes on."""
        if event.state is WorkerState.ERROR and isinstance(event.worker.error, Exception):
            host(self).complain(in_words(event.worker.error))

    # What is done with a client

    def _do(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Start ``job``, unless one is under way: a key pressed twice counts once."""
        if self._job is None or self._job.is_finished:
            self._job = self.run_worker(job(), group="client", exit_on_error=False)

    def _do_with_current(self, job: Callable[[ClientDocument], Coroutine[Any, Any, None]]) -> None:
        document = self.table.current
        if document is not None:
            self._do(lambda: job(document))

    def _do_with_chosen(
        self, job: Callable[[list[ClientDocument]], Coroutine[Any, Any, None]]
    ) -> None:
        """With those marked, else with the one under the cursor."""
        current = self.table.current
        chosen = [*self.marks.values()] or ([current] if current is not None else [])
        if chosen:
            self._do(lambda: job(chosen))

    def _mark(self, marks: dict[str, ClientDocument]) -> None:
        self.marks = marks
        self.table.show_marks(marks)
        self._remark_at_the_top()

    def _remark_at_the_top(self, words: str = "") -> None:
        """Say what goes on, else how many are marked."""
        marked = f"{len(self.marks):,} marked" if self.marks else ""
        self.query_one(TopBar).remark = words or marked

    @on(ClientTable.Opened)
    def action_open(self) -> None:
        """Edit the client under the cursor."""
        self._do_with_current(self._edit)

    def action_editor(self) -> None:
        """Edit the JSON of the client under the cursor in the person's editor."""
        self._do_with_current(lambda document: self._edit(document, in_editor=True))

    def action_drafts(self) -> None:
        """Show what is not saved yet."""
        self._do(lambda: self._open(host(self).open_draft))

    def action_add(self) -> None:
        """Add a client."""
        self._do(self._add)

    def action_clone(self) -> None:
        """Add a client that starts as a copy."""
        self._do_with_current(self._add)

    def action_delete(self) -> None:
        """Delete the client under the cursor, or those marked, after a question."""
        if self.marks:
            self._do(self._delete_marked)
        else:
            self._do_with_current(self._delete)

    def action_disable(self) -> None:
        """Disable the client under the cursor, or those marked; enable them if they all are."""
        self._do_with_chosen(self._switch)

    def action_export(self) -> None:
        """Write the client under the cursor, or those marked, to a file."""
        self._do_with_chosen(self._export)

    def action_mark(self) -> None:
        """Mark the client under the cursor, or take its mark away; go to the next one."""
        document = self.table.current
        if document is not None and document.inum:
            marks = dict(self.marks)
            if marks.pop(document.inum, None) is None:
                marks[document.inum] = document
            self._mark(marks)
            self.table.action_move(1)

    def action_json(self) -> None:
        """Show the client under the cursor as JSON."""
        self._do_with_current(self._show_json)

    def action_copy(self) -> None:
        """Choose what to copy."""
        self._do_with_current(self._copy)

    def action_undo(self) -> None:
        """Take back the newest change of the client under the cursor."""
        self._do_with_current(self._undo)

    def action_history(self) -> None:
        """Show the changes of the client under the cursor."""
        self._do_with_current(self._history)

    def action_all_history(self) -> None:
        """Show the changes of all clients."""
        self._do(self._history)

    async def _edit(self, document: ClientDocument, *, in_editor: bool = False) -> None:
        self._remark_at_the_top("opening…")
        try:
            await self._open(lambda: host(self).open_client(document.inum, in_editor=in_editor))
        except NotFound:
            host(self).say(f"{document.name or document.inum} does not exist any more.")
            self._renew()
        finally:
            self._remark_at_the_top()

    async def _add(self, document: ClientDocument | None = None) -> None:
        await self._open(lambda: host(self).add_client(document))

    async def _open(self, show: Callable[[], Coroutine[Any, Any, ClientDocument | None]]) -> None:
        """Show a form, and afterwards the list as it is then, with the cursor on what was saved.

        Raises:
            NotFound: what was to be opened does not exist any more.
        """
        try:
            saved = await show()
        except NotFound:
            raise
        except ApiError as error:
            host(self).complain(error)
            return
        self._renew(saved.inum if saved else "")

    async def _delete(self, document: ClientDocument) -> None:
        from tui.screens.client_deletion import delete_client

        if await delete_client(self, self.session, document):
            self._renew()

    async def _delete_marked(self) -> None:
        from tui.screens.bulk import DELETE

        await self._do_to_all([*self.marks.values()], DELETE)

    async def _switch(self, documents: list[ClientDocument]) -> None:
        from tui.screens.bulk import DISABLE, ENABLE

        enabled = any(document.get("disabled") is not True for document in documents)
        await self._do_to_all(documents, DISABLE if enabled else ENABLE)

    async def _do_to_all(self, documents: list[ClientDocument], deed: Deed) -> None:
        from tui.screens.bulk import do_to_all

        try:
            left = await do_to_all(self, self.session, documents, deed, self._remark_at_the_top)
        except ApiError as error:
            host(self).complain(error)
            return
        finally:
            self._renew()
        if left is not None:
            inums = {document.inum for document in left}
            self._mark({inum: one for inum, one in self.marks.items() if inum in inums})

    async def _export(self, documents: list[ClientDocument]) -> None:
        from tui.screens.client_export import export_clients

        await export_clients(self, documents)

    async def _undo(self, document: ClientDocument) -> None:
        from tui.screens.undo_flow import undo_newest

        if await undo_newest(self, self.session, document):
            self._renew()

    async def _history(self, document: ClientDocument | None = None) -> None:
        from tui.screens.history import HistoryScreen

        if await self.app.push_screen_wait(HistoryScreen(self.session, document)):
            self._renew()

    async def _show_json(self, document: ClientDocument) -> None:
        from tui.screens.json_view import JsonScreen

        await self.app.push_screen_wait(
            JsonScreen(document.name or document.inum, document.raw, self.session)
        )

    async def _copy(self, document: ClientDocument) -> None:
        from tui.screens.as_command import call_of_client, copy_with_commands
        from tui.screens.copy_menu import copy_entries

        call = call_of_client(document.inum)
        await copy_with_commands(self, self.session, call, copy_entries(document))
