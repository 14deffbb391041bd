"""The program at a provider that registers clients, where things can go wrong."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.faults import Fault, FaultyTransport
from tests.ui.form_stage import FormStage, place
from tests.ui.support import NORMAL
from tui.api import http
from tui.api.config import ApiConfig
from tui.app import JansTui
from tui.embedded import SANDBOX_URL
from tui.models.json import JsonObject
from tui.registrations.profiles import provider_at
from tui.registrations.registration import Registration
from tui.registrations.service import Registrations
from tui.sandbox.app import create_app
from tui.sandbox.registration.settings import RegistrationSettings
from tui.sandbox.settings import SandboxSettings
from tui.screens.client import ClientScreen
from tui.screens.registration_import import ImportScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen
from tui.session import Caution, Session
from tui.settings.profile import Profile
from tui.widgets.tab_strip import KEYS

URI = "https://shop.example/cb"


class Desk(FormStage):
    """Who works the keys at a provider.

    Attributes:
        transport: the way to the provider: its faults, and what was sent.
    """

    def __init__(self, app: JansTui, pilot: Pilot[Any], transport: FaultyTransport | None) -> None:
        # What a form's stage knows of its server is not used.
        super().__init__(app, pilot, "", None)  # type: ignore[arg-type]
        self._transport = transport

    @property
    def transport(self) -> FaultyTransport:
        assert self._transport is not None
        return self._transport

    async def registrations(self) -> Registrations:
        return (await self.app.session.provider()).registrations

    async def kept(self) -> Registration:
        """The only registration that is kept, with its token."""
        registrations = await self.registrations()
        (one,) = registrations.list()
        return registrations.kept(one.client_id)

    async def put_in(self, metadata: JsonObject) -> Registration:
        """Register a client behind the program's back, and show it in the list."""
        outcome = await (await self.registrations()).register(metadata)
        await self.press("r")
        await self.in_list()
        return outcome.registration

    async def fill_in(self, name: str = "Shop", key: str = "a") -> None:
        """Open the form of a new client and fill in what it cannot do without."""
        await self.at_list()
        await self.press(key)
        await self.in_form()
        await self.press("escape")
        await self.put("clientName", name)
        await self.add_rows("redirectUris", URI)

    async def review(self) -> ReviewScreen:
        await self.press("f2")
        await self.at(ReviewScreen)
        assert isinstance(self.app.screen, ReviewScreen)
        return self.app.screen

    async def register(self, name: str = "Shop", key: str = "a") -> SavedScreen:
        """Register a client by the form, up to what came of it."""
        await self.fill_in(name, key)
        await self.review()
        await self.press("f2")
        await self.at(SavedScreen)
        assert isinstance(self.app.screen, SavedScreen)
        return self.app.screen

    async def open_only(self) -> None:
        """Open the only client."""
        await self.in_list()
        await self.press("g", "enter")
        await self.in_form()

    async def tab_of(self, path: str) -> None:
        """Press the key of a setting's tab."""
        key = KEYS[place(path)]
        await self.press({"-": "minus", "=": "equals_sign"}.get(key, key))
        await self.pilot.pause()

    def has_field(self, path: str) -> bool:
        """Whether the form shows a setting."""
        found = self.form.query("#field-" + path.replace(".", "-"))
        return bool(found) and bool(found.first().display)

    async def import_by(self, uri: str, token: str) -> None:
        """Fill in the dialog of an import."""
        if not isinstance(self.app.screen, ImportScreen):
            await self.press("i")
            await self.at(ImportScreen)
        self.app.screen.query_one("#uri", Input).value = uri
        typed = self.app.screen.query_one("#token", Input)
        typed.value = token
        typed.focus()
        await self.press("enter")

    async def paste(self, text: str) -> None:
        """Paste into what has the focus."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def back_in_form(self) -> None:
        await self.at(ClientScreen)


def rotating(**settings: Any) -> RegistrationSettings:
    """A sandbox that gives a new token with each read and update, and wants that one alone."""
    return RegistrationSettings(rotate_tokens=True, **settings)


@asynccontextmanager
async def at_provider(
    way: http.AsyncBaseTransport,
    issuer: str,
    *,
    faults: Sequence[Fault] = (),
    size: tuple[int, int] = NORMAL,
    caution: Caution = Caution(),  # noqa: B008 (frozen)
) -> AsyncIterator[Desk]:
    """The list of what is registered at ``issuer``, which ``way`` leads to."""
    transport = FaultyTransport(way, faults)
    app = JansTui(
        Session(
            "op",
            "registration",
            caution=caution,
            profile=Profile("op", issuer, "registration"),
            provider=lambda session: provider_at(
                ApiConfig(issuer, "", "", read_only=caution.read_only),
                transport,
                "op",
                session.asking,
                session.tell,
            ),
        )
    )
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        desk = Desk(app, pilot, transport)
        await desk.at_list()
        yield desk


@asynccontextmanager
async def at_sandbox(
    folder: Path, settings: RegistrationSettings | None = None, **more: Any
) -> AsyncIterator[Desk]:
    """As ``at_provider``, at a sandbox."""
    made = create_app(SandboxSettings(folder, registration=settings or RegistrationSettings()))
    way = http.ASGITransport(app=made, raise_app_exceptions=False)
    try:
        async with at_provider(way, SANDBOX_URL, **more) as desk:
            yield desk
    finally:
        made.state.sandbox.close()


@asynccontextmanager
async def running(session: Session, size: tuple[int, int] = NORMAL) -> AsyncIterator[Desk]:
    """The program in any other session."""
    app = JansTui(session)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        desk = Desk(app, pilot, None)
        await desk.at_list()
        yield desk
