"""What strangers wrote stays plain text on every screen, in toasts and in the form."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from tests.data.hostile_texts import HOSTILE
from tests.ui.all_screens import all_screens
from tests.ui.clients_stage import stage as clients_stage
from tests.ui.form_stage import editing
from tests.ui.hostile_data import PACKS, assert_plain, foreign_client, words
from tests.ui.hostile_screens import SCREENS, Case, drafts, saved
from tests.ui.hostile_stage import drawn, running
from tests.ui.support import (
    NORMAL,
    SMALL,
    WIDE,
    text_of,
    wait_until,
)
from tui.api.errors import Exchange, Unreachable
from tui.app import JansTui
from tui.keys.generate import KeyPair
from tui.models.json import JsonObject
from tui.models.plain import plain
from tui.screens.client import ClientScreen
from tui.screens.client_commands import ClientCommands
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.dismissing import Dialog, OneWay
from tui.screens.field_form import FieldForm
from tui.screens.json_view import JsonScreen
from tui.screens.listing import ListingScreen
from tui.screens.menu import MenuScreen
from tui.screens.new_key import NewKeyScreen
from tui.screens.one_job import OneJob
from tui.screens.scrolling import ScrollingDialog
from tui.screens.text_edit import TextScreen
from tui.screens.waiting import WaitingScreen
from tui.widgets.banner import Banner
from tui.widgets.json_text import JsonText

ELSEWHERE: set[type[Screen[Any]]] = {ClientsScreen, ClientScreen}
"""Screens that have tests of their own below."""

NOTHING_TO_SHOW: set[type[Screen[Any]]] = {
    FieldForm,
    OneJob,
    OneWay,
    Dialog,
    ClientCommands,
    ScrollingDialog,
    WaitingScreen,
    ListingScreen,
}
"""What others are made from, and what is not seen."""


def test_each_text_is_there_whole() -> None:
    assert len(HOSTILE) >= 60
    for text in HOSTILE:
        assert any(text in pack for pack in PACKS)


def test_no_screen_is_left_out() -> None:
    """A new screen gets its line in ``hostile_screens.SCREENS``."""
    tried = {case.kind for case in SCREENS.values()} | ELSEWHERE
    assert all_screens() - tried - NOTHING_TO_SHOW == set()


async def see(app: JansTui, pilot: Pilot[int], text: str, length: int = 40) -> None:
    """The texts stand there to the letter, markup too, or ``length`` characters of long ones."""
    beginning = words(plain(text, 10_000))[:length]
    await wait_until(pilot, lambda: beginning in words(text_of(app)))


async def look_at_all(app: JansTui, pilot: Pilot[int], case: Case, pack: str) -> None:
    """From top to bottom."""
    screen = app.screen
    assert isinstance(screen, case.kind)
    await drawn(screen)
    if case.shows:
        await see(app, pilot, pack, 6)
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


async def test_the_question_before_a_draft_is_discarded() -> None:
    async with running() as (app, pilot):
        depth = len(app.screen_stack)
        for pack in PACKS:
            app.push_screen(drafts(app, pack))
            await wait_until(pilot, lambda: len(app.screen_stack) > depth)
            await drawn(app.screen)
            await pilot.press("d")
            await wait_until(pilot, lambda: isinstance(app.screen, ConfirmScreen))
            await drawn(app.screen)
            await see(app, pilot, "Discard the changes of")
            await see(app, pilot, pack, 6)
            assert_plain(app)
            app.pop_screen()
            app.pop_screen()


async def test_what_dialogs_say_later() -> None:
    """The secret that is revealed, the problem of a text, the file that cannot be written."""
    async with running() as (app, pilot):
        for pack in PACKS:
            await app.push_screen(saved(pack))
            await drawn(app.screen)
            await pilot.press("r")
            await wait_until(pilot, lambda: "••••" not in text_of(app))
            assert_plain(app)
            app.pop_screen()

            text_screen = TextScreen("x", check=str)
            await app.push_screen(text_screen)
            text_screen._say(pack)
            await drawn(text_screen)
            await see(app, pilot, pack)
            assert_plain(app)
            app.pop_screen()

            key_screen = NewKeyScreen(KeyPair("k", {}, "private"))
            await app.push_screen(key_screen)
            typed, said = key_screen.query_one(Input), key_screen.query_one("#said", Static)
            typed.post_message(Input.Submitted(typed, f"/nowhere/{pack}\0"))
            await wait_until(pilot, lambda said=said: bool(str(said.content)))  # type: ignore[misc]
            await drawn(key_screen)
            assert_plain(app)
            app.pop_screen()


# Toasts and banner


def complain_of_server(app: JansTui, pack: str) -> None:
    app.complain(Unreachable("It failed.", Exchange(server_words=pack)))


@pytest.mark.parametrize("say", [JansTui.say, JansTui.complain, complain_of_server])
@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_toasts(size: tuple[int, int], say: Any) -> None:
    async with running(size) as (app, pilot):
        for pack in PACKS:
            say(app, pack)
            await see(app, pilot, pack, 12)
            assert_plain(app)
            app.clear_notifications()
            await wait_until(pilot, lambda: not app.screen.query("Toast"))


async def test_the_banner_of_the_list() -> None:
    async with running() as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ClientsScreen)
        await wait_until(pilot, lambda: not screen.loading_list.running)
        banner = screen.query_one(Banner)
        for pack in PACKS:
            banner.say(pack)
            await drawn(app.screen)
            await see(app, pilot, pack)
            assert_plain(app)


# The list


@pytest.mark.parametrize("size", [SMALL, NORMAL, WIDE])
async def test_each_text_as_a_client_of_the_list(size: tuple[int, int]) -> None:
    """In its row, and on the line below the list or, where it is wide, in the pane beside it."""
    entries = [foreign_client(text, f"{place:08}") for place, text in enumerate(HOSTILE)]
    async with clients_stage(entries, size) as (made, _):
        for place in range(len(entries)):
            made.screen.table.move_to(place)
            made.screen._show_details()
            await drawn(made.screen)
            for strip in made.app.screen._compositor.render_strips():
                assert strip.text.isprintable()
                assert strip.cell_length == size[0]


# The form


async def test_around_the_form(tmp_path: Path) -> None:
    """The title, the banner, and what the form opens, about a client with each text whole."""
    strange: JsonObject = {
        **foreign_client("x", "hostile"),
        "displayName": "x",
        **{f"{place} {text}": text for place, text in enumerate(HOSTILE)},
        "clientNameLocalized": {"values": {f"{text}#": text for text in HOSTILE}},
        "customAttributes": [{"name": text, "values": [text]} for text in HOSTILE],
        "contacts": [*HOSTILE],
    }
    async with editing(tmp_path, strange) as stage:
        app, pilot = stage.app, stage.pilot
        for pack in PACKS:
            stage.form.draft.set("clientName", pack)
            stage.form._check()
            stage.form.complain(pack, ())
            await drawn(stage.form)
            await see(app, pilot, pack)
            await see(app, pilot, f"Clients›{pack}", 14)
            assert_plain(app)
        await stage.press("v")
        await stage.at(JsonScreen)
        for json_text in app.screen.query(JsonText):
            for top in range(0, json_text.max_scroll_y + 1, json_text.size.height):
                json_text.scroll_to(y=top, animate=False)
                await drawn(app.screen)
                assert_plain(app)
        await stage.press("escape")
        await stage.until(lambda: app.screen is stage.form)
        await stage.go_to("jwks")
        assert_plain(app)
        await stage.press("escape")
        await stage.see("Leave without saving?")
        assert isinstance(app.screen, MenuScreen)
        assert_plain(app)
        await pilot.press("d")
        await stage.back_in_list()
