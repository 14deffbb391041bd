"""The software statements (SSA) of a Jans server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from tui.api.errors import ApiError
from tui.commands import STATEMENTS
from tui.models.registration.software_statement import SsaDocument
from tui.screens.host import host
from tui.screens.listing import ListingScreen
from tui.screens.statement_query import StatementQuery
from tui.widgets.bindings import bindings, with_keys
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.search_bar import before_all_else
from tui.widgets.statement_list import StatementList

if TYPE_CHECKING:
    from tui.session import Session


class StatementsScreen(ListingScreen[SsaDocument, bool]):
    """The statements, and what can be done with the one under the cursor.

    Returns whether a client may have been registered.
    """

    BINDINGS: ClassVar[list[BindingType]] = before_all_else(bindings(STATEMENTS), "ssa.search")
    COMMANDS_HERE = STATEMENTS
    HINT = "search, org:… or jti:…"
    NOTHING = "No software statements yet. {ssa.add} adds one."
    PLACE = "ssa"

    def __init__(self, session: Session, clock: Clock = utc_now) -> None:
        super().__init__(session, StatementList(), "Clients", "Software statements")
        self._clock = clock
        self._query = StatementQuery()
        self._registered = False

    async def read(self) -> Sequence[SsaDocument]:
        """As ``ListingScreen.read``."""
        query = self._query
        return await (await self.session.connect()).ssa.list(jti=query.jti, org_id=query.org)

    def searched(self) -> list[SsaDocument]:
        """As ``ListingScreen.searched``; the newest first."""
        return self._query.filtered(self._found)

    def search_changed(self, pattern: str) -> None:
        """The server is asked only if it has something else to find."""
        before, self._query = self._query, StatementQuery.of(pattern)
        if self._query.asks_as(before):
            self._show()
        else:
            self.load()

    # What is done with a statement

    def action_open(self) -> None:
        """Show what the statement under the cursor says."""
        self.do_with_current(self._open)

    def action_add(self) -> None:
        """Make a statement."""
        self.do(self._add)

    def action_revoke(self) -> None:
        """Revoke the statement under the cursor, after a question."""
        self.do_with_current(self._revoke)

    def action_revoke_all(self) -> None:
        """Revoke all statements of the organization under the cursor, after a question."""
        self.do_with_current(self._revoke_all)

    def action_validate(self) -> None:
        """Ask the server whether the statement under the cursor is good."""
        self.do_with_current(self._validate)

    def action_inspect(self) -> None:
        """Decode and check a statement that somebody else made."""
        self.do(self._inspect)

    def action_json(self) -> None:
        """Show the statement under the cursor as the server lists it."""
        self.do_with_current(self._show_json)

    def action_copy(self) -> None:
        """Choose what to copy."""
        self.do(self._copy)

    def leave(self) -> None:
        """Go back to the clients."""
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
            self.load(jti)

    async def _add(self) -> None:
        from tui.screens.statement_form import NewStatementScreen, show_made

        made = await self.app.push_screen_wait(NewStatementScreen(self.session, self._clock))
        if made is None:
            self.load()
            return
        self.load(made.jti)
        await self._register(await show_made(self, self.session, made, self._clock), made.jti)

    async def _revoke(self, document: SsaDocument) -> None:
        from tui.screens.statement_revoking import revoke_one

        if await revoke_one(self, self.session, document):
            self.load(document.jti)

    async def _revoke_all(self, document: SsaDocument) -> None:
        from tui.screens.statement_revoking import revoke_all

        org = document.organization
        if not org:
            hint = with_keys(self.app, "{ssa.revoke} revokes it alone.")
            host(self).say(f"The server names no organization of this one. {hint}")
            return
        active = [one for one in self._found if one.organization == org and one.is_active]
        if await revoke_all(self, self.session, org, len(active)):
            self.load(document.jti)

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
            self.load(document.jti)

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
