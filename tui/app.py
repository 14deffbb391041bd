"""The app: theme, screens, toasts, and where errors end up. It does no I/O of its own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from tui.commands import APP
from tui.models.plain import plain
from tui.screens.clients import ClientsScreen
from tui.session import Session, sandbox_session, server_session
from tui.widgets.bindings import bindings
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.styles import style_path

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.api.errors import ApiError
    from tui.forms.draft import Draft
    from tui.launch import LaunchOptions
    from tui.models.document import ClientDocument
    from tui.models.json import JsonObject

DARK, LIGHT = "textual-dark", "textual-light"


def _palette() -> type[Provider]:
    from tui.screens.palette import CommandsProvider

    return CommandsProvider


class JansTui(App[int]):
    """One app for one session."""

    TITLE = "jans-tui"
    CSS_PATH = style_path("app")
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = bindings(APP)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (an instance variable in Textual)
        (0, "-narrow"),
        (60, "-normal"),
        (120, "-wide"),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(self, session: Session, clock: Clock = utc_now) -> None:
        """Args: ``clock`` tells what is soon or long ago in the list of clients."""
        super().__init__()
        self.session = session
        self._clock = clock

    def on_mount(self) -> None:
        """The list of clients is where work begins."""
        self.push_screen(ClientsScreen(self.session, self._clock))

    async def on_unmount(self) -> None:
        """Close the connection."""
        await self.session.close()

    # What screens ask for (see ``screens.host``)

    def say(self, text: str) -> None:
        """A toast; foreign text in it stays plain."""
        self.notify(plain(text, 400), markup=False)

    def complain(self, error: ApiError | str) -> None:
        """A toast that says what failed and what to do."""
        words = error if isinstance(error, str) else f"{error.sentence} {error.server_words}"
        self.notify(plain(words.strip(), 600), severity="error", timeout=10, markup=False)

    async def copy(self, text: str, what: str) -> None:
        """To the clipboard; a toast says which way."""
        from tui.clipboard import Clipboard, ClipboardError

        try:
            route = await Clipboard(write=self._to_terminal).copy(text)
        except ClipboardError as error:
            self.complain(str(error))
        else:
            self.say(f"{what} was copied {route}.")

    def _to_terminal(self, characters: str) -> None:
        if self._driver is not None:
            self._driver.write(characters)
            self._driver.flush()

    async def open_client(self, inum: str) -> ClientDocument | None:
        """Read the client anew and show its form.

        Raises:
            ApiError: it could not be read.
        """
        from tui.forms.draft import Draft

        api = await self.session.connect()
        document = await api.clients.get(inum)
        return await self._show_form(Draft(document.raw))

    async def add_client(self, clone_of: ClientDocument | None = None) -> ClientDocument | None:
        """Show the form of a new client, with sound defaults or as a copy."""
        from tui.forms.draft import Draft
        from tui.models.new_client import clone_of as copied
        from tui.models.new_client import new_client

        start: JsonObject = copied(clone_of.raw) if clone_of else new_client()
        return await self._show_form(Draft(None, start))

    async def _show_form(self, draft: Draft) -> ClientDocument | None:
        # pydantic and the checks take a while to import: not on the loop.
        screens = await asyncio.to_thread(__import__, "tui.screens.client", fromlist=["client"])
        saved: ClientDocument | None = await self.push_screen_wait(
            screens.ClientScreen(self.session, draft)
        )
        return saved

    # Commands

    def action_help(self) -> None:
        """What the keys do here."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_theme(self) -> None:
        """From dark to light and back."""
        self.theme = LIGHT if self.theme == DARK else DARK

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker that failed in a way nobody foresaw is told, and the program goes on."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.complain(f"That did not work: {event.worker.error}")


def run(options: LaunchOptions) -> int:
    """Run the program on the terminal until it is left; return the exit code."""
    if options.host:
        session = server_session(
            options.host, options.client_id, options.client_secret, options.cacert
        )
    else:
        session = sandbox_session()
    return JansTui(session).run() or 0
