"""An app with nothing but what screens ask of it, a server made of a list, and ways to wait."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from datetime import datetime
from typing import Any, cast

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from tui.api.activity import OnActivity
from tui.api.config import CONFIG_API, ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError
from tui.api.request import ApiRequest
from tui.api.transport import GuardedTransport
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.models.page import Page
from tui.models.plain import plain
from tui.session import Caution, Session
from tui.settings.profile import Profile
from tui.widgets.row_window import Span

NOW = datetime(2026, 6, 15, 12, 0, 0)  # noqa: DTZ001

SMALL, NORMAL, WIDE = (40, 12), (80, 24), (120, 40)
SIZES = (SMALL, NORMAL, WIDE)

BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (120, "-wide")]

PATIENCE = 40.0
"""Seconds after which a wait gives up."""


def clock() -> datetime:
    """A clock that stands still."""
    return NOW


async def wait_until(pilot: Pilot[Any], condition: Callable[[], bool]) -> None:
    """Let the app work until ``condition`` holds.

    Raises:
        AssertionError: it does not come to hold; the message has the screen.
    """
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"still not so; the screen:\n{text_of(pilot.app)}"
        await pilot.pause(0.01)


def text_of(app: App[Any]) -> str:
    """What is on the screen, as lines."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


async def wait_for_text(pilot: Pilot[Any], text: str) -> None:
    """Let the app work until ``text`` is on the screen, within one line."""
    await wait_until(pilot, lambda: text in text_of(pilot.app))


def client(number: int, **members: Any) -> JsonObject:
    """A client as the server lists it; its name and id hold ``number``."""
    return {
        "inum": f"{number:08x}-0000-4000-8000-{number:012x}",
        "dn": f"inum={number:08x},ou=clients,o=jans",
        "clientName": f"Client {number:06}",
        "displayName": f"Client {number:06}",
        "clientSecret": "the-secret",
        "applicationType": "web",
        "grantTypes": ["authorization_code", "refresh_token"],
        "responseTypes": ["code"],
        "redirectUris": [f"https://app{number}.example/cb"],
        "scopes": ["inum=F0C4,ou=scopes,o=jans", "inum=43F1,ou=scopes,o=jans"],
        "tokenEndpointAuthMethod": "client_secret_basic",
        "accessTokenLifetime": 300,
        "disabled": False,
        "attributes": {"requirePkce": True},
        **members,
    }


class FakeClients:
    """``api.clients`` over a list in memory; remembers what it was asked.

    Attributes:
        entries: the clients.
        pages: the span of each page that was asked for.
        filters: what the last page was filtered by; not done.
        deleted: ids in the order of their deletion.
        failure: raised by every call while it is set.
        gate: while it is closed, calls wait at it.
    """

    def __init__(self, entries: list[JsonObject]) -> None:
        self.entries = entries
        self.pages: list[Span] = []
        self.filters: dict[str, str] = {}
        self.deleted: list[str] = []
        self.failure: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    def fail(self, failure: Exception | None) -> None:
        """Let every call raise ``failure`` from now on."""
        self.failure = failure

    async def page(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> Page[ClientDocument]:
        """Like ``ClientsApi.page``."""
        self.pages.append(Span(offset, limit))
        self.filters = dict(filters or {})
        await self.gate.wait()
        if self.failure:
            raise self.failure
        found = [
            one for one in self.entries if pattern.lower() in str(one.get("clientName")).lower()
        ]
        member = {"displayName": "clientName", "inum": "inum"}[sort_by]
        found.sort(key=lambda one: str(one.get(member)), reverse=descending)
        part = found[offset : offset + limit]
        return Page(offset, len(found), [ClientDocument(one) for one in part])

    async def iterate(
        self,
        *,
        page_size: int = 200,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[ClientDocument]:
        """Like ``ClientsApi.iterate``."""
        offset, total = 0, 1
        while offset < total:
            page = await self.page(
                limit=page_size,
                offset=offset,
                pattern=pattern,
                sort_by=sort_by,
                descending=descending,
                filters=filters,
            )
            for one in page.entries:
                yield one
            offset, total = offset + page_size, page.total

    async def get(self, inum: str) -> ClientDocument:
        """Like ``ClientsApi.get``."""
        if self.failure:
            raise self.failure
        return ClientDocument(next(one for one in self.entries if one["inum"] == inum))

    def get_request(self, inum: str) -> ApiRequest:
        """Like ``ClientsApi.get_request``."""
        return ApiRequest("GET", f"{CONFIG_API}/openid/clients/{inum}")

    async def delete(self, inum: str) -> None:
        """Like ``ClientsApi.delete``."""
        if self.failure:
            raise self.failure
        self.deleted.append(inum)
        self.entries[:] = [one for one in self.entries if one["inum"] != inum]


class FakeApi:
    """As much of ``ConfigApi`` as the list uses.

    Attributes:
        granted_scopes: of the token; None: nobody knows.
    """

    def __init__(self, entries: list[JsonObject]) -> None:
        self.clients = FakeClients(entries)
        self.config = ApiConfig("https://jans.example", "the-tool", "")
        self.granted_scopes: tuple[str, ...] | None = None

    async def aclose(self) -> None:
        """Like ``ConfigApi.aclose``."""


class TinyApp(App[None]):
    """Shows one screen and remembers what it asked for; toasts are real.

    Attributes:
        said: what was said, plain.
        complaints: what was complained of, plain.
        copied: names and texts that went to the clipboard.
        opened: ids of the clients that were opened.
        added: what new clients were copies of; None for those that were not.
        servers: what was to be opened.
        form: stands for the form; answers with what was saved.
    """

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, make: Callable[[], Screen[Any]]) -> None:
        super().__init__()
        self._make = make
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.copied: list[tuple[str, str]] = []
        self.opened: list[str] = []
        self.added: list[ClientDocument | None] = []
        self.results: list[Any] = []
        self.servers: list[Profile | None] = []
        self.form: Callable[[], ClientDocument | None] = lambda: None

    def on_mount(self) -> None:
        """Show the screen; what it returns goes to ``results``."""
        self.push_screen(self._make(), self.results.append)

    def say(self, text: str) -> None:
        """As ``Host.say``."""
        self.said.append(plain(text, 400))
        self.notify(plain(text, 400), markup=False)

    def complain(self, error: ApiError | str) -> None:
        """As ``Host.complain``."""
        words = error if isinstance(error, str) else error.sentence
        self.complaints.append(plain(words, 400))
        self.notify(plain(words, 400), severity="error", markup=False)

    async def copy(self, text: str, what: str) -> None:
        """As ``Host.copy``."""
        self.copied.append((what, text))
        self.say(f"{what} was copied.")

    async def open_client(self, inum: str, *, in_editor: bool = False) -> ClientDocument | None:
        """As ``Host.open_client``."""
        self.opened.append(inum)
        return self.form()

    async def add_client(self, clone_of: ClientDocument | None = None) -> ClientDocument | None:
        """As ``Host.add_client``."""
        self.added.append(clone_of)
        return self.form()

    async def register_client(self, statement: str = "") -> ClientDocument | None:
        """As ``Host.register_client``."""
        return self.form()

    def open_server(self, profile: Profile | None) -> None:
        """As ``Host.open_server``."""
        self.servers.append(profile)

    async def open_draft(self) -> ClientDocument | None:
        """As ``Host.open_draft``."""
        return self.form()


def session_with(api: object, caution: Caution = Caution()) -> Session:  # noqa: B008 (frozen)
    """A session that connects to ``api``, and hears what goes on there."""

    def build(on_activity: OnActivity) -> ConfigApi:
        if isinstance(api, ConfigApi):
            guard = api._client._transport
            assert isinstance(guard, GuardedTransport)
            guard._on_activity = on_activity
        return cast(Any, api)  # type: ignore[no-any-return]

    return Session("sandbox", "sandbox", build, caution)
