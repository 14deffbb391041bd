"""What strangers wrote stays plain text on every screen, in toasts and in the form."""

import asyncio
import importlib
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

import tui.screens
from tests.data.hostile_texts import HOSTILE
from tests.ui.clients_stage import stage as clients_stage
from tests.ui.form_stage import editing
from tests.ui.hostile_data import PACKS, assert_plain, foreign_client, words
from tests.ui.hostile_screens import SCREENS, Case, drafts, saved
from tests.ui.support import (
    NORMAL,
    SMALL,
    WIDE,
    FakeApi,
    client,
    clock,
    session_with,
    text_of,
    wait_for_text,
    wait_until,
)
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.api.errors import Exchange, Unreachable
from tui.app import JansTui
from tui.keys.generate import KeyPair
from tui.models.document import Document
from tui.models.json import JsonObject
from tui.models.page import Page
from tui.models.plain import plain
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.menu import MenuScreen
from tui.screens.new_key import NewKeyScreen
from tui.screens.scrolling import ScrollingDialog
from tui.screens.text_edit import TextScreen
from tui.screens.waiting import WaitingScreen
from tui.widgets.banner import Banner
from tui.widgets.json_text import JsonText

ELSEWHERE: set[type[Screen[Any]]] = {ClientsScreen, ClientScreen}
"""Screens that have tests of their own below."""

NOTHING_TO_SHOW: set[type[Screen[Any]]] = {ScrollingDialog, WaitingScreen}
"""What others are made from, and what is not seen."""


def test_each_text_is_there_whole() -> None:
    assert len(HOSTILE) >= 60
    for text in HOSTILE:
        assert any(text in pack for pack in PACKS)


def all_screens() -> set[type[Screen[Any]]]:
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    found: set[type[Screen[Any]]] = set()
    waiting: list[type[Any]] = [Screen]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("tui."):
                found.add(kind)
    return found


def test_no_screen_is_left_out() -> None:
    """A new screen gets its line in ``hostile_screens.SCREENS``."""
    tried = {case.kind for case in SCREENS.values()} | ELSEWHERE
    assert all_screens() - tried - NOTHING_TO_SHOW == set()


class Nothing:
    """A list of the server that is empty."""

    async def all(self) -> list[Document]:
        """No entries."""
        return []

    async def page(self, **_: object) -> Page[Document]:
        """No entries."""
        return Page(0, 0, [])


class Api(FakeApi):
    """A server without anything to refer to."""

    scopes = claims = scripts = Nothing()

    async def discovery(self) -> JsonObject:
        """As ``ConfigApi.discovery``."""
        return {}


@asynccontextmanager
async def running(size: tuple[int, int] = NORMAL) -> AsyncIterator[tuple[JansTui, Pilot[int]]]:
    """The program over a list with one plain client."""
    app = JansTui(session_with(Api([client(1)])), clock)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await wait_for_text(pilot, "Client 000001")
        yield app, pilot


async def drawn(screen: Screen[Any]) -> None:
    """Wait until what was asked for by now is on the screen."""
    done = asyncio.Event()
    screen.call_after_refresh(done.set)
    await done.wait()


def assert_seen(app: JansTui, pack: str) -> None:
    """The texts stand there to the letter, markup too, or their beginning where they are long."""
    beginning = words(plain(pack, 10_000))[:40]
    assert beginning in words(text_of(app)), f"{beginning!r} is not to be seen\n{text_of(app)}"


async def look_at_all(app: JansTui, pilot: Pilot[int], case: Case, pack: str) -> None:
    """From top to bottom."""
    screen = app.screen
    assert isinstance(screen, case.kind)
    await drawn(screen)
    if case.shows:
        await wait_until(pilot, lambda: words(plain(pack, 500))[:6] in words(text_of(app)))
    assert_plain(app)
    for body in screen.query("#body, JsonText"):
        for top in range(body.size.height, body.max_scroll_y + 1, body.size.height or 1):
            body.scroll_to(y=top, animate=False)
            await drawn(screen)
            assert_plain(app)


@pytest.mark.parametrize("name", SCREENS)
async def test_every_text_on_a_screen(name: str) -> None:
    """The screen is opened about each, looked at from top to bottom, and left."""
    case = SCREENS[name]
    async with running() as (app, pilot):
        depth = len(app.screen_stack)
        for pack in PACKS:

            async def work(pack: str = pack) -> None:
                await case.open(app, pack)

            worker = app.run_worker(work())
            await wait_until(pilot, lambda: len(app.screen_stack) > depth)
            await look_at_all(app, pilot, case, pack)
            app.screen.dismiss(None)
            await wait_until(pilot, lambda worker=worker: worker.is_finished)  # type: ignore[misc]
            assert len(app.screen_stack) == depth
