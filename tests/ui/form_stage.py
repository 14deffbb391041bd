"""The program on a sandbox where things can go wrong, with the form of one client open."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.faults import Fault
from tests.serving import START, Server, serving
from tests.ui.support import NORMAL, session_with
from tests.ui.whole import Whole
from tui.app import JansTui
from tui.forms.table import TAB_OF
from tui.models.document import ClientDocument
from tui.models.json import Json, JsonObject
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.pick import PickScreen
from tui.session import Caution
from tui.widgets.banner import Banner
from tui.widgets.fields.base import Field
from tui.widgets.fields.editor import Editor
from tui.widgets.tab_strip import KEYS, TABS, TabStrip

SUBJECT: JsonObject = {
    **START,
    "clientName": "Subject",
    "description": "As it was",
    "applicationType": "web",
    "grantTypes": ["authorization_code", "client_credentials"],
}


class FormStage(Whole):
    """The open form, and the server below it.

    Attributes:
        server: with a second door for somebody else.
    """

    def __init__(self, app: JansTui, pilot: Pilot[Any], inum: str, server: Server) -> None:
        super().__init__(app, pilot, inum)
        self.server = server

    @property
    def banner(self) -> str:
        return self.form.query_one(Banner).text

    @property
    def tabs(self) -> str:
        return self.form.query_one(TabStrip).render().plain

    @property
    def focused(self) -> str:
        """The path of the setting that has the focus, or is being typed."""
        widget = self.form.focused
        field = widget if isinstance(widget, Field) else widget.parent if widget else None
        assert isinstance(field, Field)
        return field.spec.path

    def field(self, path: str) -> Field:
        return self.form.query_one("#field-" + path.replace(".", "-"), Field)

    async def go_to(self, path: str) -> Field:
        """Turn to the setting's tab by its key, and put the focus on the setting."""
        await self.press({"-": "minus", "=": "equals_sign"}.get(key := KEYS[place(path)], key))
        await self.until(lambda: self.form.query_one(TabStrip).current is TAB_OF[path])
        await self.until(lambda: bool(self.form.query("#field-" + path.replace(".", "-"))))
        self.field(path).focus()
        await self.pilot.pause()
        return self.field(path)

    async def click_on_field(self, path: str) -> None:
        """Click on the value of a setting of the tab that is shown, twice."""
        for _ in range(2):
            await self.pilot.click(self.field(path), offset=(4, 1))

    async def put(self, path: str, text: str) -> None:
        """Type ``text`` in the place of what the setting holds."""
        await self.go_to(path)
        await self.type_into(path, text)

    async def add_rows(self, path: str, *texts: str) -> None:
        """Type a row for each text below those that the setting has."""
        await self.go_to(path)
        await self.press("a")
        for text in texts:
            await self.until(lambda: isinstance(self.app.focused, Editor))
            editor = self.app.focused
            assert isinstance(editor, Editor)
            editor.value = text
            await self.press("enter")
        await self.press("escape")
        await self.until(lambda: self.app.focused is self.field(path))

    async def pick(self, path: str, *texts: str) -> None:
        """Choose by the filter what ``texts`` find."""
        await self.go_to(path)
        await self.press("enter")
        await self.at(PickScreen)
        for text in texts:
            await self.press(*text, "enter")
        if isinstance(self.app.screen, PickScreen):
            await self.press("f2")
        await self.at(ClientScreen)

    async def back_in_list(self) -> None:
        await self.at(ClientsScreen)

    async def stored(self) -> JsonObject:
        """The client as the server has it."""
        return await self.server.stored(self.inum)


def place(path: str) -> int:
    """Which tab the setting is on, 0-based."""
    return TABS.index(TAB_OF[path])


@asynccontextmanager
async def editing(
    folder: Path,
    client: JsonObject | None = None,
    *,
    faults: Sequence[Fault] = (),
    size: tuple[int, int] = NORMAL,
    secret: str = "",
    caution: Caution = Caution(),  # noqa: B008 (frozen)
    connection: Mapping[str, Any] | None = None,
    **members: Json,
) -> AsyncIterator[FormStage]:
    """The form of a client that the server has.

    Args:
        folder: the sandbox's.
        client: stored as it is; None: one is made in the usual way.
        faults: what goes wrong.
        size: of the terminal.
        secret: the client's.
        caution: what the profile says of the server.
        connection: members of the ``ApiConfig``.
        members: of the client, besides the usual ones.
    """
    async with serving(folder, faults, connection) as server:
        if client is None:
            inum = (await server.made(secret, **{**SUBJECT, **members})).document.inum
        else:
            inum = str(client["inum"])
            await server.keep(client, secret or "a-secret-of-the-test")
        async with running(server, inum, size, caution) as stage:
            stage.app.run_worker(stage.app.open_client(inum))
            await stage.in_form()
            yield stage


@asynccontextmanager
async def adding(
    folder: Path,
    clone_of: ClientDocument | None = None,
    *,
    faults: Sequence[Fault] = (),
    size: tuple[int, int] = NORMAL,
) -> AsyncIterator[FormStage]:
    """The form of a new client; ``inum`` is not known."""
    async with serving(folder, faults) as server, running(server, "", size) as stage:
        stage.app.run_worker(stage.app.add_client(clone_of))
        await stage.in_form()
        yield stage


@asynccontextmanager
async def running(
    server: Server,
    inum: str,
    size: tuple[int, int] = NORMAL,
    caution: Caution = Caution(),  # noqa: B008 (frozen)
    *,
    wait: bool = True,
) -> AsyncIterator[FormStage]:
    """The program at its list; with ``wait`` off, while that may still be loading."""
    app = JansTui(session_with(server.api, caution))
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        stage = FormStage(app, pilot, inum, server)
        if wait:
            await stage.in_list()
        yield stage
