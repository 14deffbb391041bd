"""Taking over a client that was registered elsewhere."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from tui.api.errors import ApiError
from tui.models.document import ClientDocument
from tui.models.plain import plain
from tui.registrations.handing_over import is_handed_over, read_handed_over
from tui.screens.dismissing import Dialog
from tui.widgets.plain_input import PlainInput
from tui.widgets.styles import style_path
from tui.widgets.text import foreign, line, styled

if TYPE_CHECKING:
    from tui.registrations.connection import ProviderConnection
    from tui.session import Session


class ImportScreen(Dialog[ClientDocument | None]):
    """Asks for the registration's URI and token, and stays until they could be used.

    Returns the client, or None.
    """

    CSS_PATH: ClassVar = [style_path("dialog"), style_path("ask_text")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", id="import.cancel"),
        Binding("down,tab", "app.focus_next", "Next", show=False, id="import.next"),
        Binding("up,shift+tab", "app.focus_previous", "Previous", show=False, id="import.previous"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(classes="dialog-screen")
        self.session = session
        self._agreed_to = ""

    def compose(self) -> ComposeResult:
        """Title, two lines to fill in, what is wrong, keys."""
        with Vertical(id="dialog"):
            yield Static(styled("Import a registered client", "bold"), id="title")
            with VerticalScroll(id="body", can_focus=False):
                for name, label in (
                    ("uri", "Its URI, or the file with it"),
                    ("token", "Its access token, not shown"),
                ):
                    yield Static(styled(label, "$text-muted"))
                    typed = PlainInput(compact=True, password=name == "token", id=name)
                    typed.cursor_blink = False
                    yield typed
                yield Static(id="problem")
            yield Static(styled("enter go on   esc back", "$text-disabled"), id="keys")

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _say(self, words: str, style: str = "$text-error") -> None:
        problem = self.query_one("#problem", Static)
        problem.update(line(foreign(words, style, 600)))
        self.call_after_refresh(problem.scroll_visible, animate=False)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """On to what is missing, else do it."""
        if is_handed_over(self._typed("uri")):
            self._read()
            return
        for name, words in (
            ("uri", "The address that came with the registration is needed."),
            ("token", "The token that came with it is needed."),
        ):
            if not self._typed(name):
                self.query_one(f"#{name}", Input).focus()
                self._say(words if event.input.id == name else "")
                return
        self._import()

    @work(exclusive=True, group="import")
    async def _read(self) -> None:
        """Fill in what was handed over."""
        try:
            handed = await asyncio.to_thread(read_handed_over, self._typed("uri"))
        except ValueError as problem:
            self._say(str(problem))
            return
        self.query_one("#uri", Input).value = handed.uri
        if handed.token:
            self.query_one("#token", Input).value = handed.token
        self.query_one("#token", Input).focus()
        self._say("Enter takes it over." if handed.token else "", "$text-muted")

    @work(exclusive=True, group="import")
    async def _import(self) -> None:
        from tui.registrations.clients import without_secret

        uri = self._typed("uri")
        try:
            provider = await self.session.provider()
            question = self._of_another_host(provider, uri)
            if question and self._agreed_to != uri:
                self._agreed_to = uri
                self._say(question, "$text-warning")
                return
            self._say(f"Asking {_host(uri)}…", "$text-muted")
            with provider.keeping.sentences():
                outcome = await provider.registrations.import_(uri, self._typed("token"))
        except ApiError as error:
            self._say(error.words)
        else:
            self.dismiss(without_secret(outcome.registration))

    def _of_another_host(self, provider: ProviderConnection, uri: str) -> str:
        """A question, if the token would go to another host than the provider's."""
        known = {_host(provider.config.base_url), _host(provider.registrations.provider.endpoint)}
        if _host(uri) in known:
            return ""
        return (
            f"This is not on {_host(provider.config.base_url)} but on {_host(uri)}. Enter again "
            "sends the token there, and keeps the client in this list."
        )

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)


def _host(url: str) -> str:
    try:
        return plain(urlsplit(url).netloc, 200) or plain(url, 200)
    except ValueError:
        return plain(url, 200)
