"""The program in its terminal on a machine in trouble: it starts, says so, and works."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.state.files import FILES, NEW
from tests.state.troubles import TROUBLES
from tests.state.waiting import in_time
from tests.ui.support import NORMAL, SMALL, text_of, wait_until
from tests.ui.whole import Whole, whole
from tui.app import JansTui
from tui.screens.clients import ClientsScreen
from tui.screens.history import HistoryScreen
from tui.session import sandbox_session
from tui.settings.file import SettingsFile
from tui.widgets.banner import Banner


def told(app: JansTui) -> str:
    """All that was said: in toasts, and above what the screens show."""
    banners = [one.text for screen in app.screen_stack for one in screen.query(Banner)]
    shown = text_of(app).replace("▌", " ")
    return " ".join(
        " ".join([*(one.message for one in app._notifications), *banners, shown]).split()
    )


@asynccontextmanager
async def started(size: tuple[int, int]) -> AsyncIterator[Whole]:
    """The program as it is started, on whatever there is."""
    app = JansTui(sandbox_session(), settings=SettingsFile().read())
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        running = Whole(app, pilot, "")
        await running.at(ClientsScreen)
        yield running


@pytest.mark.parametrize(
    ("name", "trouble", "says"),
    [
        ("settings", "torn at 80 %", "set aside before anything is written"),
        ("settings", "a FIFO", "set aside before anything is written"),
        ("sandbox database", "torn at 30 %", "It was set aside as"),
        ("sandbox database", "a folder", "It was set aside as"),
        ("sandbox credentials", "a page", "It was set aside as"),
        ("sandbox key", "torn at 50 %", "It was set aside as"),
        ("sandbox token", "null", "It was set aside as"),
    ],
)
async def test_it_lists_the_clients_and_says_what_was_set_aside(
    name: str, trouble: str, says: str, own_folders: Path
) -> None:
    file = FILES[name]
    in_time(file.begin)
    TROUBLES[trouble].happen(file, own_folders)
    async with started(NORMAL) as running:
        await running.in_list()
        await wait_until(running.pilot, lambda: says in told(running.app))


async def test_on_the_smallest_screen_there_is_room_for_what_it_is_about(own_folders: Path) -> None:
    file = FILES["sandbox database"]
    in_time(file.begin)
    TROUBLES["a page"].happen(file, own_folders)
    async with started(SMALL) as running:
        await wait_until(running.pilot, lambda: "can't be used" in told(running.app))
        await running.in_list()


@pytest.mark.parametrize(
    ("name", "trouble", "says"),
    [
        ("sandbox database", "a newer version", "jans-tui sandbox reset"),
        ("sandbox database", "a file for its folder", "File exists"),
        ("sandbox credentials", "no home", "JANS_TUI_HOME"),
        ("sandbox credentials", "a closed folder", "Permission denied"),
        ("sandbox database", "a full disk", "can't be used"),
    ],
)
async def test_it_starts_without_a_sandbox_and_says_why(
    name: str, trouble: str, says: str, own_folders: Path
) -> None:
    file, happening = FILES[name], TROUBLES[trouble]
    in_time(file.begin)
    happening.happen(file, own_folders)
    with happening.during(file.path()):
        async with started(NORMAL) as running:
            await wait_until(running.pilot, lambda: says in told(running.app))
            await running.press("question_mark")
            await running.see("esc closes")


@pytest.mark.parametrize("trouble", ["torn at 50 %", "a folder", "a FIFO", "a newer version"])
async def test_a_draft_that_cannot_be_read_is_set_aside_and_said(
    trouble: str, own_folders: Path
) -> None:
    file = FILES["draft"]
    in_time(file.begin)
    TROUBLES[trouble].happen(file, own_folders)
    async with started(NORMAL) as running:
        await wait_until(running.pilot, lambda: "It was set aside as" in told(running.app))


async def test_the_history_says_what_it_passes_over(own_folders: Path) -> None:
    file = FILES["journal"]
    in_time(file.begin)
    TROUBLES["a newer version"].happen(file, own_folders)
    async with started(NORMAL) as running:
        await running.in_list()
        await running.press("H")
        await running.at(HistoryScreen)
        await wait_until(
            running.pilot, lambda: "1 line of the history can't be read" in told(running.app)
        )


async def test_a_save_goes_on_without_a_history(own_folders: Path) -> None:
    file = FILES["journal"]
    in_time(file.begin)
    async with whole() as running:
        await running.open()
        await running.in_form()
        await running.type_into("description", NEW)
        TROUBLES["a file for its folder"].happen(file, own_folders)
        await running.save()
        await wait_until(running.pilot, lambda: "could not be noted" in told(running.app))
        await running.press("enter")
        await running.in_list()
        assert (await running.on_server())["description"] == NEW
