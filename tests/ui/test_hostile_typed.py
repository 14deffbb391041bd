"""What strangers wrote, pasted into each line that can be typed in."""

from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from tests.data.hostile_texts import HOSTILE
from tests.ui.hostile_data import assert_plain, words
from tests.ui.hostile_stage import drawn, running
from tests.ui.support import wait_until
from tui.app import JansTui
from tui.forms.options import Option
from tui.keys.generate import KeyPair
from tui.models.plain import plain
from tui.screens.ask_text import AskTextScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.json_view import JsonScreen
from tui.screens.new_key import NewKeyScreen
from tui.screens.pick import PickScreen
from tui.screens.text_edit import TextScreen

SHORT = [text for text in HOSTILE if words(plain(text, len(text) + 1)) and len(text) < 150]
"""A search takes no more than 200 characters."""


async def paste(app: JansTui, pilot: Pilot[int], text: str) -> None:
    """Paste into what has the focus, and look."""
    typed = app.focused
    assert isinstance(typed, Input)
    typed.value = ""
    app.post_message(events.Paste(text))
    await drawn(app.screen)
    await wait_until(pilot, lambda: bool(typed.value) or not text.strip())
    typed.cursor_position = 0
    await drawn(app.screen)
    assert_plain(app)


INTO: dict[str, tuple[Callable[[], Screen[Any]], str]] = {
    "question": (lambda: ConfirmScreen("Sure?", type_to_confirm="yes"), ""),
    "filter": (
        lambda: PickScreen("Pick", [Option("a", "a", "")], [], many=True, allow_new=True),
        "",
    ),
    "path": (lambda: AskTextScreen("Path", "", "", str), ""),
    "key's path": (lambda: NewKeyScreen(KeyPair("k", {}, "private")), "w"),
    "text's path": (lambda: TextScreen("Text"), "ctrl+o"),
    "search in JSON": (lambda: JsonScreen("x", {"a": 1}), "slash"),
}
"""A screen with a line to type in, and the key that opens the line."""


@pytest.mark.parametrize("name", INTO)
async def test_what_is_pasted_into_dialogs(name: str) -> None:
    make, key = INTO[name]
    async with running() as (app, pilot):
        await app.push_screen(make())
        if key:
            await pilot.press(key)
        await wait_until(pilot, lambda: isinstance(app.focused, Input))
        for text in SHORT:
            await paste(app, pilot, text)


@pytest.mark.parametrize("key", ["slash", "colon"])
async def test_what_is_pasted_into_the_search_and_the_palette(key: str) -> None:
    async with running() as (app, pilot):
        await pilot.press(key)
        await wait_until(pilot, lambda: isinstance(app.focused, Input))
        assert isinstance(app.screen, CommandPalette) == (key == "colon")
        for text in SHORT:
            await paste(app, pilot, text)
