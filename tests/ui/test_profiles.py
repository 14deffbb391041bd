"""The servers that are set up: listed, added, made default, opened and removed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.ui.support import NORMAL, SMALL, TinyApp, text_of, wait_for_text, wait_until
from tests.ui.whole import Whole
from tui.api.sign_in.asking import DeviceCode
from tui.app import JansTui
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.device_sign_in import DeviceScreen
from tui.screens.key_map import unknown_names
from tui.screens.profile_form import ProfileScreen
from tui.screens.profiles import ProfilesScreen
from tui.session import sandbox_session
from tui.settings.file import SettingsFile
from tui.settings.profile import Profile, SignIn, Tls
from tui.widgets.top_bar import TopBar

PROD = Profile(
    "prod [/b]",
    "https://127.0.0.1:1",
    sign_in=SignIn(client_id="x", client_secret="env:NOT_SET_ANYWHERE"),
    tls=Tls(insecure=True),
    colour="red",
    read_only=True,
)


@asynccontextmanager
async def program(size: tuple[int, int] = NORMAL) -> AsyncIterator[Whole]:
    app = JansTui(sandbox_session(), settings=SettingsFile().read())
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        at = Whole(app, pilot, "")
        await at.in_list()
        yield at


def assert_cautious(at: Whole) -> None:
    bar = at.app.screen.query_one(TopBar).render().plain
    assert all(word in bar for word in ("insecure", "read-only", "prod")), bar


@pytest.mark.parametrize("size", [NORMAL, SMALL])
async def test_another_server_is_opened_and_its_cautions_are_seen(size: tuple[int, int]) -> None:
    SettingsFile().add(PROD)
    async with program(size) as at:
        await at.press("p")
        await at.at(ProfilesScreen)
        await at.see("prod [/b]")
        await at.press("down", "enter")
        await at.at(ClientsScreen)
        await at.see("NOT_SET")
        assert_cautious(at)
        await at.press("p")
        await at.at(ProfilesScreen)
        assert_cautious(at)
        await at.see("prod [/b]")
        await at.press("e")
        await at.at(ProfileScreen)
        assert_cautious(at)
        await at.press("escape")
        await at.at(ProfilesScreen)
        await at.press("home", "enter")
        await at.in_list()
        assert at.app.session.kind == "sandbox"


async def test_a_server_is_added_made_default_and_removed() -> None:
    async with program() as at:
        await at.press("p")
        await at.at(ProfilesScreen)
        await at.see("Add a server")
        await at.press("a")
        await at.at(ProfileScreen)
        await at.press(*"mine", "tab", *"127.0.0.1:1", "tab", "down", "down")
        await at.press("enter", *"the-client", "tab", "f2")
        await at.at(ProfilesScreen)
        await at.see("https://127.0.0.1:1")
        saved = SettingsFile().read().profiles["mine"]
        assert (saved.url, saved.sign_in.client_id) == ("https://127.0.0.1:1", "the-client")
        await at.press("m")
        await at.see("default")
        assert SettingsFile().read().default == "mine"
        await at.press("d")
        await at.at(ConfirmScreen)
        await at.press("y")
        await at.at(ProfilesScreen)
        await at.until(lambda: not SettingsFile().read().profiles)


async def test_the_theme_is_remembered() -> None:
    async with program() as at:
        await at.press("f9")
        await at.until(lambda: SettingsFile().read().theme == "textual-light")
    async with program() as at:
        assert at.app.theme == "textual-light"


async def test_own_keys_are_used_and_shown() -> None:
    SettingsFile().set_keys("clients.add", "f3")
    async with program() as at:
        assert "f3 add" in at.text
        await at.press("f3")
        await at.until(lambda: len(at.app.screen_stack) > 1)


def test_a_name_that_no_command_has_is_told() -> None:
    (told,) = unknown_names({"app.helpp": "x", "clients.add": "f3", "lines.next": "n"})
    assert told.startswith("The settings give keys to app.helpp, which is no command; did you")
    assert "app.help" in told.partition("mean")[2]


CODE = DeviceCode(
    "WDJB-MJHT",
    "https://op.example/device",
    "https://op.example/device?user_code=WDJB-MJHT",
    90,
    "not-to-be-seen",
)


async def shown(pilot: Pilot[None], words: str) -> None:
    await wait_for_text(pilot, words)


@pytest.mark.parametrize(("size", "has_code"), [(NORMAL, True), (SMALL, False)])
async def test_the_device_dialog_shows_where_to_go(size: tuple[int, int], has_code: bool) -> None:
    cancelled = asyncio.Event()
    app = TinyApp(lambda: DeviceScreen("prod", CODE, cancelled))
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await shown(pilot, "W D J B - M J H T")
        await shown(pilot, "https://op.example/device")
        await wait_until(pilot, lambda: ("█▀▀▀▀▀█" in text_of(app)) is has_code)
        assert "not-to-be-seen" not in text_of(app)
        await pilot.press("y")
        await wait_until(pilot, lambda: app.copied != [])
        assert app.copied == [("The address", CODE.verification_uri_complete)]
        await pilot.press("escape")
        await wait_until(pilot, cancelled.is_set)
        await wait_until(pilot, lambda: app.results == [None])


async def test_sentences_name_the_persons_own_keys() -> None:
    SettingsFile().add(PROD)
    for command, key in (("clients.refresh", "f6"), ("clients.back", "f12"), ("drafts.open", "Z")):
        SettingsFile().set_keys(command, key)
    async with program() as at:
        await at.press("slash", *"nothing-like-it", "enter")
        await at.see("f12 clears.")
        await at.press("f12")
        await at.in_list()
        await at.press("f8")
        await at.see("f6 signs in again.")
        await at.press("a")
        await at.at(ClientScreen)
        await at.press(*"Half done", "enter")
        await at.press("escape")
        await at.see("keep")
    async with program() as at:
        await at.see("Z lists them.")
        await at.press("p")
        await at.at(ProfilesScreen)
        await at.see("prod [/b]")
        await at.press("down", "enter")
        await at.at(ClientsScreen)
        await at.see("f6 tries again.")
