"""One software statement: what it says, whether to believe it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.api.errors import ApiError
from tui.commands import Command
from tui.models.registration.software_statement import (
    NotAStatementError,
    SsaDocument,
    Statement,
    decode,
)
from tui.new_file import write_new_file
from tui.screens.ask_text import AskTextScreen
from tui.screens.host import host
from tui.screens.scrolling import ScrollingDialog
from tui.widgets.bindings import bindings
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.key_bar import KeyBar
from tui.widgets.statement_facts import Facts, StatementFacts
from tui.widgets.statement_list import STYLES
from tui.widgets.styles import style_path
from tui.widgets.text import foreign

if TYPE_CHECKING:
    from tui.api.registration.statement_check import StatementCheck
    from tui.session import Session

KEYS = (
    Command("statement.copy", "c,y", "copy", "Copy the JWT."),
    Command("statement.write", "w", "write to a file", "Write the JWT to a file of your own."),
    Command("statement.reveal", "r", "reveal", "Show the JWT, or hide it again."),
    Command(
        "statement.register",
        "n",
        "register a client",
        "Register a client with the statement.",
        writes=True,
    ),
    Command("statement.close", "escape,q,enter", "close", "Back to where you were."),
)

Next: TypeAlias = str | None
"""The JWT that a client is to be registered with; None when none is."""

VERDICTS = {
    "good": ("valid", "$text-success"),
    "bad": ("invalid", "$text-error"),
    "unknown": ("unknown", "$text-warning"),
}


class StatementScreen(ScrollingDialog[Next]):
    """Decodes and checks as it is shown. The JWT stays masked until it is asked for."""

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("statement")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    def __init__(
        self,
        session: Session,
        *,
        jwt: str = "",
        listed: SsaDocument | None = None,
        made: bool = False,
        notes: Sequence[str] = (),
        clock: Clock = utc_now,
    ) -> None:
        """What to show: a JWT, or what the server lists, whose JWT it is asked for.

        Args:
            session: the server.
            jwt: the JWT, as whoever made it gave it.
            listed: as the server lists it.
            made: whether it was just made, so that nobody else has it yet.
            notes: what there is to know besides.
            clock: tells what is soon.
        """
        super().__init__(classes="dialog-screen")
        self.session = session
        self._listed = listed
        self._made = made
        self._notes = notes
        self._now = clock().replace(tzinfo=UTC)
        self._kept = not made
        self._facts = Facts(Statement({}, listed.claims if listed else {}), jwt=jwt)
        if listed is not None:
            self._facts.status = listed.status.lower(), STYLES.get(listed.status.upper(), "")

    def compose(self) -> ComposeResult:
        """Title, what is known, keys."""
        with Vertical(id="dialog"):
            yield Static(id="title")
            with VerticalScroll(id="body", can_focus=False):
                for note in self._notes:
                    yield Static(foreign(note, "$text-warning", 400), classes="note")
                yield StatementFacts(self._facts, self._now)
            yield Static(id="said")
            yield KeyBar(KEYS, self.session)

    def _title(self) -> Content:
        claims = self._facts.statement.claims
        name = claims.get("software_id") or claims.get("software_name") or claims.get("jti") or ""
        return foreign(f"Software statement {name}{' was made' if self._made else ''}", "bold", 120)

    def on_mount(self) -> None:
        """Decode what there is, and ask for what is not known yet."""
        with suppress(NotAStatementError):
            if self._facts.jwt:
                self._facts.statement = decode(self._facts.jwt)
        self.query_one("#title", Static).update(self._title())
        if self._made:
            self._say("Whoever has it can register a client. Keep it: c copies, w writes it.")
        self._look()

    def _say(self, words: str, tone: str = "muted") -> None:
        self.query_one("#said", Static).update(foreign(words, f"$text-{tone}", 400))

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Get the JWT, if the server still shows it, and have its signature checked."""
        facts = self._facts
        shown = self.query_one(StatementFacts)
        try:
            api = await self.session.connect()
            if not facts.jwt:
                facts.jwt, facts.no_jwt = await self._fetched()
            if facts.jwt:
                facts.verdict = "asking its issuer for the keys…", "$text-disabled"
                shown.changed()
                self._take(await api.check_statement(facts.jwt, self._now))
        except ApiError as error:
            facts.verdict = f"unknown: {error.sentence}", "$text-warning"
        except NotAStatementError as problem:
            facts.verdict = "", ""
            facts.problems = (str(problem),)
        shown.changed()

    async def _fetched(self) -> tuple[str, str]:
        """The JWT, or why there is none."""
        listed = self._listed
        if listed is None or not listed.is_active:
            return "", "the server shows it only while the statement is active"
        try:
            return await (await self.session.connect()).ssa.jwt(listed.jti), ""
        except ApiError as error:
            return "", f"not to be had: {error.sentence}"

    def _take(self, check: StatementCheck) -> None:
        self._facts.statement = check.statement
        word, style = VERDICTS[check.signature.value]
        self._facts.verdict = f"{word}: {check.why}", style
        self._facts.problems = check.problems

    # Commands

    def action_reveal(self) -> None:
        """Show the JWT, or hide it again."""
        if self._has_jwt():
            self._facts.revealed = not self._facts.revealed
            self._kept = True
            self.query_one(StatementFacts).changed()
            self.call_after_refresh(self.action_last)

    @work(group="copy")
    async def action_copy(self) -> None:
        """To the clipboard."""
        if self._has_jwt():
            await host(self).copy(self._facts.jwt, "The software statement")
            self._kept = True

    @work(exclusive=True, group="dialog")
    async def action_write(self) -> None:
        """Ask for a path, and write the JWT there."""
        if not self._has_jwt():
            return

        def write(path: str) -> str:
            return str(write_new_file(path, self._facts.jwt + "\n"))

        path = await self.app.push_screen_wait(
            AskTextScreen(
                "Write the software statement",
                "Path of a new file, which only you may read (0600).",
                "~/statement.jwt",
                write,
            )
        )
        if path:
            self._kept = True
            self._say(f"Written for your eyes only (0600): {path}", "success")

    def action_register(self) -> None:
        """Close, and register a client with it."""
        command = next(one for one in KEYS if one.id == "statement.register")
        if refused := self.session.why_not(command):
            self._say(refused, "warning")
        elif self._has_jwt():
            self.dismiss(self._facts.jwt)

    def _has_jwt(self) -> bool:
        """Whether there is one; if not, that is said."""
        if not self._facts.jwt:
            self._say("Its JWT is not here.", "warning")
        return bool(self._facts.jwt)

    def action_close(self) -> None:
        """Go; from a new statement that nobody has yet, only at the second time."""
        if self._kept:
            self.dismiss(None)
            return
        self._kept = True
        self._say("Not every server shows it again. Leave without it?", "warning")
