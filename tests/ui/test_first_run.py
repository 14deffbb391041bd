"""What a person sees who has set nothing up yet."""

from tests.ui.support import NORMAL, SMALL, text_of, wait_for_text, wait_until
from tui.app import JansTui
from tui.screens.clients import ClientsScreen
from tui.screens.profiles import ProfilesScreen
from tui.session import sandbox_session
from tui.widgets.client_table import ClientTable
from tui.widgets.first_run import FirstRun


async def test_the_sandbox_is_open_and_a_server_is_offered() -> None:
    for size in (NORMAL, SMALL):
        app = JansTui(sandbox_session(), first="offer")
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await wait_for_text(pilot, "Add a server")
            await wait_for_text(pilot, "Client for Casa")


async def test_enter_and_escape_stay_and_the_list_has_the_keys() -> None:
    for key in ("enter", "escape"):
        app = JansTui(sandbox_session(), first="offer")
        async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
            await wait_for_text(pilot, "SCIM client")
            await wait_until(pilot, lambda a=app: isinstance(a.focused, FirstRun))
            await pilot.press(key)
            await wait_until(pilot, lambda a=app: isinstance(a.focused, ClientTable))
            assert "Add a server" not in text_of(app)
            await pilot.press("p")
            await wait_until(pilot, lambda a=app: isinstance(a.screen, ProfilesScreen))
            await pilot.press("escape")
            await wait_until(pilot, lambda a=app: isinstance(a.screen, ClientsScreen))


async def test_the_second_line_sets_a_server_up() -> None:
    app = JansTui(sandbox_session(), first="offer")
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, FirstRun))
        await pilot.press("j", "enter")
        await wait_until(pilot, lambda: not isinstance(app.screen, ClientsScreen))
        await wait_for_text(pilot, "client_secret")
