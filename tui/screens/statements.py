"""The software statements (SSA) of a Jans server."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import Worker

from tui.api.errors import ApiError
from tui.commands import APP, STATEMENTS
from tui.screens.client_loading import in_words
from tui.screens.host import host
from tui.screens.statement_query import StatementQuery
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.columns import ColumnHeading
from tui.widgets.key_bar import KeyBar
from tui.widgets.search_bar import SearchBar, before_all_else
from tui.widgets.statement_list import StatementList, columns
from tui.widgets.styles import style_path
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from tui.models.registration.software_statement import SsaDocument
    from tui.session import Session


class StatementsScreen(Screen[bool]):
    """A list, and what can be done with the one under the cursor.

    Returns whether a client may have been registered.
    """

    CSS_PATH = style_path("listing")
    BINDINGS: ClassVar[list[BindingType]] = before_all_else(bindings(STATEMENTS), "ssa.search")
    AUTO_FOCUS = "StatementList"

    def __init__(self, session: Session, clock: Clock = utc_now) -> None:
        super().__init__(classes="listing-screen")
        self.session = session
        self._clock = clock
        self._list = StatementList()
        self._found: Sequence[SsaDocument] = ()
        self._query = StatementQuery()
        self._job: Worker[None] | None = None
        self._registered = False

    def compose(self) -> ComposeResult:
        """Where we are, the search, the list, the keys."""
        yield TopBar(self.session)
        yield SearchBar()
        yield Banner()
        yield ColumnHeading(columns)
        yield self._list
        yield KeyBar([*STATEMENTS, *APP], self.session)

    def on_mount(self) -> None:
        """Read once the frame has been painted."""
        self.query_one(TopBar).where = ("Clients", "Software statements")
        self._bar.hint = "search, org:… or jti:…"
        self._bar.position = "loading…"
        self.call_after_refresh(self._load)

    @property
    def _bar(self) -> SearchBar:
        return self.query_one(SearchBar)

    # Reading

    @work(exclusive=True, group="load")
    async def _load(self, jti: str = "") -> None:
        """Show what the server has now, with the cursor on the one with this id, if any.

        What was on the screen stays there when it cannot be read.
        """
        self._bar.position = "loading…"
        query, banner = self._query, self.query_one(Banner)
        try:
            api = await self.session.connect()
            self._found = await api.ssa.list(jti=query.jti, org_id=query.org)
        except ApiError as error:
            banner.say(f"{in_words(error)} r tries again.")
            self._bar.position = ""
            return
        banner.say("")
        self._show(jti)

    def _show(self, jti: str = "") -> None:
        shown = self._query.filtered(self._found)
        pattern = self._bar.pattern
        self._list.nothing = (
            f"Nothing matches '{pattern}'. esc clears."
            if pattern
            else "No software statements yet. a adds one."
        )
        self._list.show(shown, jti)
        total = f"{len(self._found):,}"
        self._bar.position = (
            total if len(shown) == len(self._found) else f"{len(shown):,} of {total}"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a search is being typed, its key is a character."""
        del parameters
        return action != "search" or not self._bar.is_open

    def action_search(self) -> None:
        """Type a search."""
        self._bar.open()

    @on(SearchBar.Searched)
    def _searched(self, event: SearchBar.Searched) -> None:
        """The server is asked only if it has something else to find."""
        before, self._query = self._query, StatementQuery.of(event.pattern)
        if self._query.asks_as(before):
            self._show()
        else:
            self._load()

    @on(SearchBar.Left)
    def _search_left(self) -> None:
        self._list.focus()

    def action_refresh(self) -> None:
        """Read again."""
        document = self._list.document
        self._load(document.jti if document else "")

    # What is done with a statement

    def _do(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Start ``job``, unless one is under way: a key pressed twice counts once."""
        if self._job is None or self._job.is_finished:
            self._job = self.run_worker(job(), group="statement")

    def _do_with_current(self, job: Callable[[SsaDocument], Coroutine[Any, Any, None]]) -> None:
        document = self._list.document
        if document is not None:
            self._do(lambda: job(document))

    @on(StatementList.Clicked)
    def _clicked(self, event: StatementList.Clicked) -> None:
        """The first click puts the cursor there, the second one opens."""
        if event.again:
            self.action_open()

    def action_open(self) -> None:
        """Show what the statement under the cursor says."""
        self._do_with_current(self._open)

    def action_add(self) -> None:
        """Make a statement."""
        self._do(self._add)

    def action_revoke(self) -> None:
        """Revoke the statement under the cursor, after a question."""
        self._do_with_current(self._revoke)

    def action_revoke_all(self) -> None:
        """Revoke all statements of the organization under the cursor, after a question."""
        self._do_with_current(self._revoke_all)

    def action_validate(self) -> None:
        """Ask the server whether the statement under the cursor is good."""
        self._do_with_current(self._validate)

    def action_inspect(self) -> None:
        """Decode and check a statement that somebody else made."""
        self._do(self._inspect)

    def action_json(self) -> None:
        """Show the statement under the cursor as the server lists it."""
        self._do_with_current(self._show_json)

    def action_copy(self) -> None:
        """Choose what to copy."""
        self._do(self._copy)

    def action_back(self) -> None:
        """Leave off what is under way, else clear the search, else go back."""
        if self._job is not None and self._job.is_running:
            self._job.cancel()
        elif self._bar.pattern:
            self._bar.clear()
        else:
            self.dismiss(self._registered)

    async def _open(self, document: SsaDocument) -> None:
        from tui.screens.statement import StatementScreen

        screen = StatementScreen(self.session, listed=document, clock=self._clock)
        await self._register(await self.app.push_screen_wait(screen), document.jti)

    async def _register(self, statement: str | None, jti: str = "") -> None:
        """Register a client with a statement, if that is what the person wants; then read again."""
        if statement:
            self._registered = True
            try:
                await host(self).register_client(statement)
            except ApiError as error:
                host(self).complain(error)
            self._load(jti)

    async def _add(self) -> None:
        from tui.screens.statement_form import NewStatementScreen, show_made

        made = await self.app.push_screen_wait(NewStatementScreen(self.session, self._clock))
        if made is None:
            self._load()
            return
        self._load(made.jti)
        await self._register(await show_made(self, self.session, made, self._clock), made.jti)

    async def _revoke(self, document: SsaDocument) -> None:
        from tui.screens.statement_revoking import revoke_one

        if await revoke_one(self, self.session, document):
            self._load(document.jti)

    async def _revoke_all(self, document: SsaDocument) -> None:
        from tui.screens.statement_revoking import revoke_all

        org = document.organization
        if not org:
            host(self).say("The server names no organization of this one. d revokes it alone.")
            return
        active = [one for one in self._found if one.organization == org and one.is_active]
        if await revoke_all(self, self.session, org, len(active)):
            self._load(document.jti)

    async def _validate(self, document: SsaDocument) -> None:
        try:
            good = await (await self.session.connect()).ssa.validate(document.jti)
        except ApiError as error:
            host(self).complain(error)
            return
        host(self).say(
            "The server says: it is good, a client can be registered with it."
            if good
            else "The server says: it is not good; it was used, revoked, or has expired."
        )
        if good != document.is_active:
            self._load(document.jti)

    async def _inspect(self) -> None:
        from tui.screens.statement_of_others import inspect

        await self._register(await inspect(self, self.session, self._clock))

    async def _show_json(self, document: SsaDocument) -> None:
        from tui.screens.json_view import JsonScreen

        screen = JsonScreen(document.software_id or document.jti, document.raw, self.session)
        await self.app.push_screen_wait(screen)

    async def _copy(self) -> None:
        from tui.screens.statement_copying import copy_of_statements

        await copy_of_statements(self, self.session, self._list.document, self._query)
