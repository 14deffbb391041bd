"""The app: theme, screens, toasts, and where errors end up. It does no I/O of its own."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual import events, work
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import WorkerFailed

from tui.commands import APP
from tui.screens.at_server import FORM_STYLES, AtServer
from tui.screens.clients import ClientsScreen
from tui.screens.key_order import KeyOrder
from tui.screens.preferences import is_first_run, prefer, problems, remember_theme
from tui.screens.toasting import Toasting
from tui.screens.where import refusal
from tui.session import Session, session_of
from tui.signals import when_told_to_end
from tui.widgets.bindings import bindings
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.styles import read_styles, style_path
from tui.widgets.text import editable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.command import Provider
    from textual.dom import DOMNode

    from tui.api.errors import ApiError
    from tui.launch import LaunchOptions
    from tui.models.document import ClientDocument
    from tui.settings.profile import Kind, Profile
    from tui.settings.settings import Settings

AT_REST = 0.5
"""Seconds after which the start is over and there is time for other things."""

STYLES = ("app", "clients")
"""What the first frame is drawn with."""

DARK, LIGHT = "textual-dark", "textual-light"

First: TypeAlias = Literal["clients", "profiles", "offer"]
"""What is seen first."""


def _palette() -> type[Provider]:
    from tui.screens.palette import CommandsProvider

    return CommandsProvider


class JansTui(App[int]):
    """One app for one session."""

    TITLE = "jans-tui"
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = bindings(APP)
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (an instance variable in Textual)
        (0, "-narrow"),
        (60, "-normal"),
        (120, "-wide"),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (32, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        session: Session,
        clock: Clock = utc_now,
        settings: Settings | None = None,
        first: First = "clients",
    ) -> None:
        """Make the app.

        Args:
            session: the server.
            clock: tells what is soon or long ago in the list of clients.
            settings: what the person prefers; None: nothing in particular.
            first: what is seen first; ``offer`` is the list of clients, and over it what there
                is to choose when nothing is set up yet.
        """
        # Of the very first screen, Textual does not read the style.
        more = ("profiles",) if first == "profiles" else ()
        super().__init__(css_path=[style_path(name) for name in (*STYLES, *more)])
        self._clock = clock
        self._settings = settings
        self._first = first
        self._problems = prefer(self, settings) if settings else []
        self._keys = KeyOrder(self)
        self._toasting = Toasting(self)
        self._at = AtServer(self, session)

    @property
    def session(self) -> Session:
        """The server that is worked on."""
        return self._at.session

    @property
    def key_map(self) -> Mapping[str, str]:
        """The person's own keys, by the ids of commands."""
        return self._settings.keys if self._settings else {}

    def get_default_screen(self) -> Screen[None]:
        """The list of clients is where work begins.

        It is the first screen, not pushed on an empty one, and knows its size class from the
        start: each would cost a layout more before anything can be seen.
        """
        if self._first == "profiles":
            from tui.screens.profiles import ProfilesScreen

            return ProfilesScreen(None)
        sizes = (
            [name for edge, name in edges if size >= edge][-1]
            for edges, size in (
                (self.HORIZONTAL_BREAKPOINTS, self.size.width),
                (self.VERTICAL_BREAKPOINTS, self.size.height),
            )
        )
        return ClientsScreen(self.session, self._clock, " ".join(sizes))

    def on_mount(self) -> None:
        """Get ready for what comes after the first frame."""
        self.set_timer(AT_REST, self._settle)
        if not self.is_headless:
            when_told_to_end(self._leave)
        self.call_after_refresh(self._tell_of_drafts)
        if self._settings is not None:
            self.call_after_refresh(self._tell_of_problems, self._settings)
        if self._first == "offer":
            from tui.widgets.first_run import FirstRun

            self.call_after_refresh(self.screen.mount, FirstRun(self._add_server))

    def _settle(self) -> None:
        """Collect garbage again, and get the form ready before it is asked for."""
        read_styles(self.stylesheet, *FORM_STYLES)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self.run_worker(self._import_form, thread=True, group="import", exit_on_error=False)

    def _import_form(self) -> None:
        import tui.screens.client
        import tui.screens.opening  # noqa: F401

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes go to the focus one after another; what is pasted is made harmless."""
        if isinstance(event, events.Paste):
            event.text = editable(event.text, multiline=True)
        is_typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if not is_typed:
            await super().on_event(event)
        elif not self.screen_stack:
            pass  # The program is being left: nobody is there for keys that came too late.
        elif self._keys.admits(event):
            focus = self.focused or self.screen
            await super().on_event(event)
            self._keys.sent(event, focus)

    async def on_unmount(self) -> None:
        """Close the connection."""
        self._keys.stop()
        await self.session.close()

    # What screens ask for (see ``screens.host``)

    def say(self, text: str) -> None:
        """A toast; foreign text in it stays plain."""
        self._toasting.say(text)

    def complain(self, error: ApiError | str) -> None:
        """A toast that says what failed and what to do; what is too long for it stands above."""
        self._toasting.complain(error)

    def on_notify(self) -> None:
        """A toast is about to be shown: on the smallest screens there is no room for two."""
        if self.screen_stack and "-tiny" in self.screen.classes:
            self.clear_notifications()
            # A toast that was just being put up is not there yet to be taken away.
            self.call_after_refresh(self._refresh_notifications)

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

    async def open_client(self, inum: str, *, in_editor: bool = False) -> ClientDocument | None:
        """Read the client anew and show its form.

        Raises:
            ApiError: it could not be read.
        """
        opener = await self._at.forms()
        return await opener.existing(inum, in_editor=in_editor)

    async def add_client(self, clone_of: ClientDocument | None = None) -> ClientDocument | None:
        """Show the form of a new client, with sound defaults or as a copy."""
        opener = await self._at.forms()
        return await opener.new(clone_of)

    async def register_client(self, statement: str = "") -> ClientDocument | None:
        """Show the form of a client to be registered with this server."""
        opener = await self._at.forms(self.session.registering)
        return await (opener.with_statement(statement) if statement else opener.new())

    async def open_draft(self) -> ClientDocument | None:
        """Show the list of unsaved changes, and the form of those that are chosen.

        Raises:
            ApiError: the client could not be read.
        """
        opener = await self._at.forms()
        return await opener.from_list()

    @work(exclusive=True, group="server")
    async def open_server(self, profile: Profile | None) -> None:
        """Work on another server, None for the sandbox, unless an open form is to stay."""
        from tui.screens.switching import close_all, switch_to

        if not await close_all(self):
            return
        left, self._at = self._at, AtServer(self, session_of(profile))
        await switch_to(self, lambda: ClientsScreen(self.session, self._clock))
        await left.leave()
        self._tell_of_drafts()

    @work(exclusive=True, group="server")
    async def _add_server(self, kind: Kind) -> None:
        """Set up the first server, and open it."""
        from tui.screens.profile_form import ProfileScreen

        profile = await self.push_screen_wait(ProfileScreen(None, (), kind, self.session))
        if profile is not None:
            self.open_server(profile)

    @work
    async def _tell_of_problems(self, settings: Settings) -> None:
        for sentence in [*self._problems, *await problems(settings)]:
            self.complain(sentence)

    @work
    async def _tell_of_drafts(self) -> None:
        await self._at.tell_of_drafts()

    def _leave(self, code: int) -> None:
        """End with an exit code: what is unsaved is written before anything else."""
        self._at.write_draft()
        self.exit(code, return_code=code)

    async def action_quit(self) -> None:
        """Leave; what is being typed is kept as a draft."""
        self._leave(0)

    # Commands

    def action_help(self) -> None:
        """What the keys do here."""
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_theme(self) -> None:
        """From dark to light and back; the settings remember it."""
        self.theme = LIGHT if self.current_theme.dark else DARK
        self._remember_theme(self.theme)

    @work(exclusive=True, group="theme")
    async def _remember_theme(self, theme: str) -> None:
        if wrong := await remember_theme(theme):
            self.complain(wrong)

    def action_profiles(self) -> None:
        """The servers that are set up."""
        from tui.screens.profile_form import ProfileScreen
        from tui.screens.profiles import ProfilesScreen

        if not isinstance(self.screen, ProfilesScreen | ProfileScreen):
            self.push_screen(ProfilesScreen(self.session))

    def action_sign_out(self) -> None:
        """Forget the tokens of this server."""
        self._sign_out(revoke=False)

    def action_sign_out_revoke(self) -> None:
        """Forget the tokens of this server, and have it forget them."""
        self._sign_out(revoke=True)

    @work(exclusive=True, group="server")
    async def _sign_out(self, *, revoke: bool) -> None:
        from tui.screens.signing_out import sign_out

        await sign_out(self, self.session, revoke=revoke)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, however it is asked for; the reason is said of one that is refused."""
        if isinstance(default_namespace, Screen) and isinstance(action, str):
            refused = refusal(default_namespace, action)
            if refused:
                self.say(refused)
                return True
        return await super().run_action(action, default_namespace, namespaces)

    def _handle_exception(self, error: Exception) -> None:
        """What nobody foresaw becomes a sentence, and a file with the details.

        The program goes on after a worker failed. After a widget did it cannot, because
        Textual ends the widget. Without a terminal, that is in tests, both are raised.
        """
        if self.is_headless:
            super()._handle_exception(error)
            return
        from rich.text import Text

        from tui.crash import report

        if self._exit:
            # Screens that are taken down in the middle of something: nobody is there to be told.
            report(error)
            return
        if isinstance(error, WorkerFailed):
            self.complain(f"That did not work: {report(error.error)}")
            return
        self._return_code = 1
        self.panic(Text(f"jans-tui: {report(error)}"))


def run(options: LaunchOptions) -> int:
    """Run the program on the terminal until it is left; return the exit code."""
    profile, settings = options.profile, options.settings
    session = session_of(profile)
    first: First = "profiles" if options.asks else "clients"
    if profile is None and settings is not None and is_first_run(settings):
        first = "offer"
    app = JansTui(session, settings=settings, first=first)
    app.run()
    return app.return_code or 0
