"""Each setting by itself: set through the keys, saved, found on the server, and cleared again.

The settings of authentication exclude one another, so each is cleared before the next is set;
those of the other tabs are cleared together. A client has to have some settings: those are put
back. Its secret can be replaced only.
"""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.support import NORMAL, text_of, wait_until
from tui.api.config_api import ConfigApi
from tui.app import JansTui
from tui.forms.spec import FieldSpec, Kind, Tab
from tui.forms.table import FIELDS
from tui.models.changes import difference
from tui.models.document import member
from tui.models.json import ABSENT, JsonObject
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.new_key import NewKeyScreen
from tui.screens.pick import PickScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen
from tui.session import sandbox_session
from tui.widgets.fields.base import Field
from tui.widgets.fields.editor import Editor
from tui.widgets.tab_strip import KEYS, TABS

DERIVED = {"displayName", "deletable", "authenticationMethod", "allAuthenticationMethods", "ttl"}

START: JsonObject = {
    "clientName": "Subject of the test",
    "applicationType": "web",
    "redirectUris": ["https://rp.example/cb"],
    "grantTypes": ["authorization_code"],
    "responseTypes": ["code"],
    "tokenEndpointAuthMethod": "client_secret_basic",
}

TEXTS = {
    "clientName": "Subject of the test, renamed",
    "attributes.redirectUrisRegex": "^https://rp[.]example/.*$",
    "initiateLoginUri": "https://rp.example/login",
    "jwksUri": "https://rp.example/jwks.json",
    "sectorIdentifierUri": "https://rp.example/sector.json",
    "frontChannelLogoutUri": "https://rp.example/logout",
    "backchannelClientNotificationEndpoint": "https://rp.example/notify",
    "clientUri": "https://rp.example/",
    "logoUri": "https://rp.example/logo.png",
    "policyUri": "https://rp.example/policy",
    "tosUri": "https://rp.example/terms",
}

ROWS = {
    "contacts": "ops@rp.example",
    "authorizedOrigins": "https://rp.example",
    "attributes.spontaneousScopes": "^transaction:.+$",
    "attributes.backchannelLogoutUri": "https://rp.example/bc-logout",
}


def shown_field(app: JansTui, spec: FieldSpec) -> Field:
    assert isinstance(app.screen, ClientScreen)
    return app.screen.query_one("#field-" + spec.path.replace(".", "-"), Field)


class Person:
    """Works the keys of the program on one client."""

    def __init__(self, pilot: Pilot[Any], api: ConfigApi, inum: str) -> None:
        self.pilot = pilot
        self.app = pilot.app
        assert isinstance(self.app, JansTui)
        self.tui: JansTui = self.app
        self.api = api
        self.inum = inum

    async def on_screen(self, kind: type[Any]) -> None:
        await wait_until(self.pilot, lambda: isinstance(self.tui.screen, kind))
        await self.pilot.pause()

    async def stored(self) -> JsonObject:
        return (await self.api.clients.get(self.inum)).raw

    async def open_at(self, tab: Tab, spec: FieldSpec) -> None:
        self.tui.screen.set_focus(None)
        await self.pilot.press("enter")
        await self.on_screen(ClientScreen)
        lookups = self.tui.session.lookups
        await wait_until(self.pilot, lambda: bool(lookups.metadata and lookups.scopes is not None))
        await wait_until(self.pilot, lambda: lookups.scripts is not None)
        key = KEYS[TABS.index(tab)]
        await self.pilot.press({"-": "minus", "=": "equals_sign"}.get(key, key))
        shown_field(self.tui, spec).focus()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press("enter")
        self.fill_in(text)

    def fill_in(self, text: str) -> None:
        """Typing key by key takes a test long; the editor is the same."""
        assert isinstance(self.tui.focused, Editor)
        self.tui.focused.value = text

    async def set(self, spec: FieldSpec) -> None:
        match spec.kind:
            case Kind.SWITCH:
                await self.pilot.press("space")
            case Kind.INTEGER:
                await self.type("7")
                await self.pilot.press("enter")
            case Kind.DURATION:
                await self.type("7m")
                await self.pilot.press("enter")
            case Kind.DATE_TIME:
                await self.type("2031-02-03")
                await self.pilot.press("enter")
            case Kind.SECRET:
                await self.pilot.press("n")
            case Kind.CHECKLIST:
                await self.pilot.press("down", "space")
            case Kind.CHOICE:
                await self.choose(spec)
            case Kind.PICK:
                await self.pilot.press("enter")
                await self.on_screen(PickScreen)
                await self.pilot.press("enter", "f2")
                await self.on_screen(ClientScreen)
            case Kind.JWKS:
                await self.pilot.press("n")
                await self.on_screen(PickScreen)
                await self.pilot.press("enter")
                await self.on_screen(NewKeyScreen)
                await self.pilot.press("f2", "f2")
                await self.on_screen(ClientScreen)
            case Kind.ROWS | Kind.LOCALIZED | Kind.CUSTOM_ATTRIBUTES:
                await self.add_row(spec)
            case _:
                await self.type(TEXTS.get(spec.path, "text"))
                await self.pilot.press("enter")

    async def choose(self, spec: FieldSpec) -> None:
        await self.pilot.press("right")
        if not shown_field(self.tui, spec).draft.is_changed(spec.path):
            await self.pilot.press("enter")
            await self.on_screen(PickScreen)
            await self.pilot.press("down", "down", "enter")
            await self.on_screen(ClientScreen)

    async def add_row(self, spec: FieldSpec) -> None:
        text = {Kind.LOCALIZED: "fr: https://rp.example/fr", Kind.CUSTOM_ATTRIBUTES: "tier = gold"}
        await self.pilot.press("a")
        self.fill_in(text.get(spec.kind, ROWS.get(spec.path, "https://rp.example/more")))
        await self.pilot.press("enter", "escape")

    async def clear(self, spec: FieldSpec) -> None:
        match spec.kind:
            case Kind.TEXT if spec.path == "clientName":
                await self.type(str(START["clientName"]))
                await self.pilot.press("enter")
            case Kind.CHOICE if spec.path == "applicationType":
                await self.pilot.press("left")
            case Kind.ROWS if spec.path == "redirectUris":
                await self.pilot.press("down", "d")
            case Kind.CHECKLIST:
                await self.pilot.press("down", "space")
            case Kind.ROWS | Kind.LOCALIZED | Kind.CUSTOM_ATTRIBUTES | Kind.PICK:
                await self.pilot.press("d")
            case _:
                await self.pilot.press("delete")

    async def clear_and_save(self, tab: Tab, specs: list[FieldSpec]) -> None:
        await self.open_at(tab, specs[0])
        for spec in specs:
            shown_field(self.tui, spec).focus()
            await self.pilot.pause()
            await self.clear(spec)
        await self.save()

    async def save(self) -> None:
        await self.pilot.press("f2")
        await self.on_screen(ReviewScreen)
        await self.pilot.press("f2")
        await wait_until(
            self.pilot, lambda: isinstance(self.tui.screen, ClientsScreen | SavedScreen)
        )
        await self.pilot.pause()
        if isinstance(self.tui.screen, SavedScreen):
            await self.pilot.press("escape")
        await self.on_screen(ClientsScreen)


def changed_paths(before: JsonObject, after: JsonObject) -> set[str]:
    """The members that differ, those of ``attributes`` one by one."""
    changes = difference({"attributes": {}, **before}, {"attributes": {}, **after})
    return {
        ".".join(change.path[: 2 if change.path[0] == "attributes" else 1])
        for change in changes
        if change.path[0] not in DERIVED
    }


def not_as_before(before: JsonObject, after: JsonObject, cleared: list[FieldSpec]) -> set[str]:
    """The members that differ, but for what was cleared and is empty now: that may be absent."""
    empty = {spec.path for spec in cleared if member(after, spec.path) in (ABSENT, [], {}, False)}
    return changed_paths(before, after) - empty


@pytest.mark.parametrize("tab", list(Tab), ids=lambda tab: tab.name.lower())
async def test_each_setting_of_a_tab_is_saved_alone_and_cleared(tab: Tab, tmp_path: Path) -> None:
    session = sandbox_session(tmp_path / "sandbox")
    api = await session.connect()
    app = JansTui(session)
    keys = {"jwksUri": "https://rp.example/jwks.json"} if tab is Tab.CRYPTO else {}
    inum = (await api.clients.create({**START, **keys})).inum
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        person = Person(pilot, api, inum)
        await person.on_screen(ClientsScreen)
        await pilot.press("slash", *inum[:8], "enter")
        await wait_until(pilot, lambda: "1–1 of 1" in text_of(app))
        start = await person.stored()
        specs = [spec for spec in FIELDS[tab] if spec.kind is not Kind.READ_ONLY]
        for spec in specs:
            before = await person.stored()
            await person.open_at(tab, spec)
            await person.set(spec)
            await person.save()
            assert changed_paths(before, await person.stored()) == {spec.path}
            if tab is Tab.AUTHENTICATION and spec.kind is not Kind.SECRET:
                await person.clear_and_save(tab, [spec])
                assert not_as_before(before, await person.stored(), [spec]) == set()
        if tab is not Tab.AUTHENTICATION:
            await person.clear_and_save(tab, specs)
            assert not_as_before(start, await person.stored(), specs) == set()
