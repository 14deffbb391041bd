"""A fresh machine, a choice of profiles, and what is asked of the person."""

import asyncio

from tests.ui.support import NORMAL, TinyApp, text_of, wait_for_text, wait_until
from tests.ui.whole import Whole
from tui.api.sign_in.asking import Question
from tui.app import JansTui
from tui.screens.ask_text import AskTextScreen
from tui.screens.asking import ScreenAsking
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.profile_form import ProfileScreen
from tui.screens.profiles import ProfilesScreen
from tui.session import sandbox_session
from tui.settings.file import SettingsFile
from tui.widgets.client_table import ClientTable
from tui.widgets.first_run import FirstRun


async def test_on_a_fresh_machine_enter_stays_in_the_sandbox() -> None:
    app = JansTui(sandbox_session(), first="offer")
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        at = Whole(app, pilot, "")
        await at.in_list()
        await at.see("Add a server")
        await at.press("enter")
        await at.until(lambda: not app.screen.query(FirstRun))
        assert isinstance(app.focused, ClientTable)
        assert isinstance(app.screen, ClientsScreen)


async def test_on_a_fresh_machine_a_server_can_be_added() -> None:
    app = JansTui(sandbox_session(), first="offer")
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        at = Whole(app, pilot, "")
        await at.in_list()
        await at.press("down", "enter")
        await at.at(ProfileScreen)


async def test_on_a_fresh_machine_a_provider_can_be_added() -> None:
    """Its form asks for nothing that signing in takes; then its list opens."""
    app = JansTui(sandbox_session(), first="offer")
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        at = Whole(app, pilot, "")
        await at.in_list()
        await at.see("Add a provider")
        await at.press("down", "down", "enter")
        await at.at(ProfileScreen)
        await at.see("New provider")
        await at.press(*"op", "tab", *"127.0.0.1:1/op", "enter")
        await at.see("Registration endpoint")
        assert "Client ID" not in at.text
        await at.press("f2")
        await at.see("No client registered here yet.")
        assert (app.session.kind, app.session.name) == ("registration", "op")
    saved = SettingsFile().read().profiles["op"]
    assert (saved.kind, saved.url) == ("registration", "https://127.0.0.1:1/op")


async def test_without_a_default_the_profiles_come_first() -> None:
    app = JansTui(sandbox_session(), first="profiles")
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        at = Whole(app, pilot, "")
        assert isinstance(app.screen, ProfilesScreen)
        await at.see("a complete practice server")
        await at.press("enter")
        await at.in_list()


async def test_a_secret_is_asked_for_and_not_shown() -> None:
    app = TinyApp(lambda: ConfirmScreen("below"))
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        question = Question("client secret", "The client secret of prod")
        asked = asyncio.create_task(ScreenAsking(app, "prod").secret(question))
        await wait_for_text(pilot, "The client secret of prod")
        await pilot.press(*"hush-hush")
        assert "hush" not in text_of(app)
        await pilot.press("enter")
        assert await asked == "hush-hush"
        given_up = asyncio.create_task(ScreenAsking(app, "prod").secret(question))
        await wait_until(pilot, lambda: isinstance(app.screen, AskTextScreen))
        given_up.cancel()
        await wait_until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
