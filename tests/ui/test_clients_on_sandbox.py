"""The list of clients over the sandbox: the real way, from key to database."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ui.support import NORMAL, TinyApp, text_of, wait_for_text, wait_until
from tui.sandbox.fill import fill
from tui.sandbox.settings import SandboxSettings
from tui.screens.clients import ClientsScreen
from tui.session import sandbox_session

MADE_UP = 300


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sandbox with a few hundred clients."""
    where = tmp_path / "sandbox"
    fill(SandboxSettings(data_folder=where), MADE_UP)
    return where


def total(app: TinyApp) -> int:
    screen = app.screen_stack[1]
    assert isinstance(screen, ClientsScreen)
    return screen.table.total or 0


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing is read any more."""
    screen = pilot.app.screen_stack[1]
    assert isinstance(screen, ClientsScreen)
    await wait_until(pilot, lambda: not screen.loading_list.running and bool(screen.table.total))


async def test_the_list_is_read_sorted_searched_and_deleted_from(folder: Path) -> None:
    session = sandbox_session(folder)
    app = TinyApp(lambda: ClientsScreen(session))
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        everything = total(app)
        assert everything > MADE_UP
        first = text_of(app).splitlines()[3]
        await pilot.press("G")
        await settled(pilot)
        assert f"of {everything}" in text_of(app)
        assert "· · ·" not in text_of(app)
        last = text_of(app).splitlines()[-3]
        await pilot.press("s")
        await settled(pilot)
        await wait_until(pilot, lambda: last[3:20].strip() in text_of(app).splitlines()[3] != first)

        await pilot.press("slash", *"2000.", "enter")
        await wait_for_text(pilot, "2000.")
        await wait_until(pilot, lambda: 0 < total(app) < everything)
        await pilot.press("escape")
        await wait_until(pilot, lambda: total(app) == everything)

        await pilot.press("j", "d")
        await wait_for_text(pilot, "Delete ")
        await pilot.press("y")
        await wait_until(pilot, lambda: total(app) == everything - 1)
        assert app.said[-1].endswith("was deleted. u brings it back.")
    await session.close()
