"""The whole program on a sandbox of its own, with one client to edit on top of the list."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from tests.ui.support import NORMAL, text_of, wait_for_text, wait_until
from tui.api.config_api import ConfigApi
from tui.app import JansTui
from tui.models.json import JsonObject
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.listing import LOADING, ListingScreen
from tui.screens.review import ReviewScreen
from tui.session import sandbox_session
from tui.widgets.client_table import ClientTable
from tui.widgets.fields.base import Field
from tui.widgets.fields.editor import Editor

SUBJECT: JsonObject = {
    "clientName": "AAA first",
    "description": "As it was",
    "applicationType": "web",
    "redirectUris": ["https://rp.example/cb"],
    "grantTypes": ["authorization_code"],
    "responseTypes": ["code"],
    "tokenEndpointAuthMethod": "client_secret_basic",
    "clientSecret": "the-first-secret",
}


class Whole:
    """The running program and who works its keys.

    Attributes:
        inum: of the client on top of the list.
    """

    def __init__(self, app: JansTui, pilot: Pilot[Any], inum: str) -> None:
        self.app = app
        self.pilot = pilot
        self.inum = inum

    @property
    def text(self) -> str:
        return text_of(self.app)

    @property
    def form(self) -> ClientScreen:
        """The form, even below a dialog."""
        return next(one for one in self.app.screen_stack if isinstance(one, ClientScreen))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def see(self, text: str) -> None:
        await wait_for_text(self.pilot, text)

    async def until(self, condition: Callable[[], bool]) -> None:
        await wait_until(self.pilot, condition)

    async def at(self, kind: type[Any]) -> None:
        """Wait for a screen of this kind to be on top."""
        await self.until(lambda: isinstance(self.app.screen, kind))
        await self.pilot.pause()

    async def at_list(self) -> None:
        """Wait for the list, which may be empty."""
        await self.at(ClientsScreen)
        screen = self.app.screen
        assert isinstance(screen, ClientsScreen)
        await self.until(
            lambda: (
                screen.table.total is not None
                and not screen.loading_list.running
                and not screen.is_busy
            )
        )

    async def in_list(self) -> None:
        """Wait for the list, with the cursor on a client."""
        await self.at_list()
        await self.until(lambda: self.app.screen.query_one(ClientTable).current is not None)

    async def in_listing(self, screen: ListingScreen[Any, Any]) -> None:
        """Wait for ``screen`` to be on top, and to read and do nothing."""
        await self.until(lambda: self.app.screen is screen)
        await self.until(lambda: screen._bar.position != LOADING and not screen.is_busy)

    async def in_form(self) -> None:
        """Wait for the form, and for the checks that follow its first picture."""
        await self.at(ClientScreen)
        await self.until(lambda: isinstance(self.app.focused, Field | Editor))

    async def open(self) -> None:
        """Open the client on top of the list."""
        await self.in_list()
        await self.press("g", "enter")

    async def open_form(self) -> None:
        """Open that client, of which there is no draft to ask about."""
        await self.open()
        await self.in_form()

    async def type_into(self, path: str, text: str) -> None:
        """Put ``text`` in the place of what the setting holds."""
        field = self.form.query_one("#field-" + path.replace(".", "-"), Field)
        field.focus()
        await self.press("enter")
        await self.until(lambda: isinstance(self.app.focused, Editor))
        editor = self.app.focused
        assert isinstance(editor, Editor)
        editor.value = text
        await self.press("enter")
        await self.until(lambda: self.app.focused is field)

    async def save(self) -> None:
        """Review and save."""
        await self.press("f2")
        await self.at(ReviewScreen)
        await self.press("f2")

    async def on_server(self) -> JsonObject:
        """The client as the server has it."""
        api = await self.app.session.connect()
        return (await api.clients.get(self.inum)).raw


async def make_subject(api: ConfigApi) -> str:
    """Make the client that stands on top of the list; return its id."""
    inum = (await api.clients.create(SUBJECT)).inum
    for other in (await api.clients.page()).entries:
        if not other.name:  # It would stand above ours.
            await api.clients.delete(other.inum)
    return inum


@asynccontextmanager
async def whole(inum: str = "", size: tuple[int, int] = NORMAL) -> AsyncIterator[Whole]:
    """Run the program; with an ``inum``, the client of that id was made in an earlier run."""
    app = JansTui(sandbox_session())
    if not inum:
        inum = await make_subject(await app.session.connect())
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        running = Whole(app, pilot, inum)
        await running.in_list()
        yield running
