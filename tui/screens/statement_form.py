"""The form of a new software statement, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.api.errors import ApiError
from tui.checks.statement import check_statement
from tui.commands import APP, EDIT_SETTING, NEW_STATEMENT
from tui.forms.statement import FIELDS, FURTHER, body_of, new_statement
from tui.models.json import JsonObject
from tui.screens.field_form import FieldForm
from tui.screens.waiting import waiting
from tui.widgets.banner import Banner
from tui.widgets.bindings import bindings
from tui.widgets.field_pane import FieldPane
from tui.widgets.fields.factory import make_field
from tui.widgets.help_line import HelpLine
from tui.widgets.key_bar import KeyBar
from tui.widgets.styles import style_path
from tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.checks.finding import Finding
    from tui.session import Session
    from tui.widgets.client_status import Clock


@dataclass(frozen=True, slots=True)
class Made:
    """A statement that the server made, and what was asked for."""

    jwt: str = field(repr=False)
    asked: JsonObject

    @property
    def claims(self) -> JsonObject:
        """What it says; {} when it cannot be decoded."""
        from tui.models.registration.software_statement import NotAStatementError, decode

        try:
            return decode(self.jwt).claims
        except NotAStatementError:
            return {}

    @property
    def jti(self) -> str:
        """Its id; "" when it says none."""
        jti = self.claims.get("jti")
        return jti if isinstance(jti, str) else ""


class NewStatementScreen(FieldForm[Made | None]):
    """Fields over one draft. It stays, filled in, until the server made the statement."""

    CSS_PATH: ClassVar = [style_path("client"), style_path("statements")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(NEW_STATEMENT)

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__()
        self.session = session
        self.draft = new_statement()
        self._clock = clock

    def compose(self) -> ComposeResult:
        """Title, what concerns all, fields, help, keys."""
        yield TopBar(self.session)
        yield Banner()
        lookups = self.session.lookups
        yield FieldPane(*(make_field(spec, self.draft, lookups) for spec in FIELDS))
        yield HelpLine()
        yield KeyBar([*NEW_STATEMENT, EDIT_SETTING, *APP[:2]], self.session)

    def on_mount(self) -> None:
        """Begin with the organization; read which grants there are."""
        self.query_one(TopBar).where = ("Clients", "Software statements", "New")
        self.check()
        self.pane.go_to("org_id")
        self.call_after_refresh(self.edit_focused)
        self._read_lookups()

    @work(exclusive=True, group="lookups")
    async def _read_lookups(self) -> None:
        # Without them the grants that are usual are offered.
        with suppress(ApiError):
            await self.session.read_lookups(self._redraw)

    def _redraw(self) -> None:
        if self.is_mounted:
            for one in self.pane.fields:
                one.redraw()

    @property
    def _now(self) -> datetime:
        return self._clock().replace(tzinfo=UTC)

    # Checking

    def check(self) -> list[Finding]:
        """Show what is wrong where the person has been; all of it."""
        found = check_statement(self.draft.edited, FURTHER, self._now)
        for one in self.pane.fields:
            path = one.spec.path
            one.tell([f for f in found if f.path == path and path in self.visited], "")
        return found

    # Commands

    def _settled(self) -> JsonObject | None:
        """The request's body; None when something has to be mended, which is then said."""
        for one in self.pane.fields:
            one.settle()
        self.visited = {spec.path for spec in FIELDS}
        found = self.check()
        wrong = {finding.path for finding in found if finding.severity.value == "error"}
        wrong |= set(self.draft.rejected)
        if not wrong:
            return body_of(self.draft.edited, self._now)
        self._point_at(spec.path for spec in FIELDS if spec.path in wrong)
        names = ", ".join(spec.label for spec in FIELDS if spec.path in wrong)
        self.query_one(Banner).say(f"This has to be mended first: {names}.")
        return None

    def _point_at(self, paths: Iterable[str]) -> None:
        first = next(iter(paths), "")
        if first:
            self.pane.go_to(first)

    @work(exclusive=True, group="save")
    async def action_create(self) -> None:
        """Have the server make it."""
        body = self._settled()
        if body is None:
            return
        banner = self.query_one(Banner)
        banner.say("Creating…", "warning")
        try:
            async with waiting(self):
                api = await self.session.connect()
                jwt = await api.ssa.create(body)
        except ApiError as error:
            banner.say(error.words)
            self._point_at(named_in(error))
            return
        self.dismiss(Made(jwt, body))

    @work(exclusive=True, group="dialog")
    async def action_copy(self) -> None:
        """Choose how to copy what would be sent."""
        from tui.screens.statement_copying import copy_of_new

        body = self._settled()
        if body is not None:
            await copy_of_new(self, self.session, body)

    @work(exclusive=True, group="dialog")
    async def action_back(self) -> None:
        """Leave; what was typed is thrown away only after a question."""
        if await self.may_leave():
            self.dismiss(None)

    async def may_leave(self) -> bool:
        """Whether the form may be left, after a question if something was typed."""
        from tui.screens.leave import Leave, ask_how_to_leave

        for one in self.pane.fields:
            one.settle()
        if not self.draft.is_dirty:
            return True
        changed = len({change.path[0] for change in self.draft.touched} | set(self.draft.rejected))
        return await ask_how_to_leave(self.app, changed, can_keep=False) is Leave.DISCARD


def named_in(error: ApiError) -> list[str]:
    """The fields that a refusal is about, as far as the server names them."""
    import re

    words = set(re.findall(r"\w+", error.server_words))
    members = set(getattr(error, "members", ())) | words
    return [spec.path for spec in FIELDS if spec.path in members]


async def show_made(screen: Screen[Any], session: Session, made: Made, clock: Clock) -> str | None:
    """Show a new statement, and what became otherwise than it was asked for.

    Returns:
        The JWT, if a client is to be registered with it.
    """
    from tui.models.ssa import altered
    from tui.screens.statement import StatementScreen

    claims = made.claims
    changed = ", ".join(altered(made.asked, claims)) if claims else ""
    notes = [f"The server left out or changed what you asked for: {changed}."] if changed else []
    return await screen.app.push_screen_wait(
        StatementScreen(session, jwt=made.jwt, made=True, notes=notes, clock=clock)
    )
