"""Fields of one line, and the editor that they open."""

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.ui.field_app import NOTE, FieldApp, existing, run, spec_of
from tests.ui.support import text_of, wait_for_text, wait_until
from tui.forms.draft import Draft

LIFETIME = spec_of("accessTokenLifetime")


def app_with(**members: Any) -> FieldApp:
    return FieldApp(existing(**members), LIFETIME, NOTE)


async def is_typing(pilot: Pilot[Any], app: FieldApp, place: int, text: str) -> None:
    def so() -> bool:
        editor = app.fields[place].editor
        return editor is not None and editor.has_focus and editor.value == text

    await wait_until(pilot, so)


async def test_a_value_is_typed() -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await wait_for_text(pilot, "5 min (300)")
        await pilot.press("enter")
        await is_typing(pilot, app, 0, "300")
        await pilot.press("ctrl+u", *"15m", "enter")
        await wait_for_text(pilot, "15 min (900)   was: 5 min (300)")
        assert app.draft.value("accessTokenLifetime") == 900
        assert app.fields[0].has_focus


async def test_looking_changes_nothing() -> None:
    odd = "with\x1b[31m control \u202e and\nlines "
    app = FieldApp(existing(description=odd, clientName=5), NOTE, spec_of("clientName"))
    async with run(app) as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.fields[0].editor is not None)
        editor = app.fields[0].editor
        assert editor is not None
        assert editor.value.isprintable()
        await pilot.press("tab", "enter")
        await is_typing(pilot, app, 1, "5")
        await pilot.press("enter")
        assert app.draft.edited == {"inum": "1", "description": odd, "clientName": 5}
        assert app.edited == []


async def test_what_is_no_value_is_kept_and_told() -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await pilot.press("enter", "ctrl+u", *"soon", "tab")
        await wait_for_text(pilot, "✗ Not a duration")
        assert app.left == [("accessTokenLifetime", 1)]
        assert app.draft.rejected["accessTokenLifetime"].text == "soon"
        app.fields[0].focus()
        await pilot.press("enter")
        await is_typing(pilot, app, 0, "soon")
        await pilot.press("ctrl+u", *"300", "enter")
        await wait_until(pilot, lambda: "✗" not in text_of(app))
        assert not app.draft.is_dirty


async def test_an_emptied_field_is_left_to_the_server() -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await pilot.press("enter", "ctrl+u", "enter")
        await wait_for_text(pilot, "server default: 5 min   was: 5 min (300)")
        assert "accessTokenLifetime" not in app.draft.edited


async def test_escape_and_ctrl_z_bring_the_text_back() -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await pilot.press("enter", "9", "ctrl+z")
        await is_typing(pilot, app, 0, "300")
        await pilot.press("9", "escape")
        await wait_until(pilot, lambda: app.fields[0].editor is None)
        assert app.edited == []


@pytest.mark.parametrize(("key", "step"), [("tab", 1), ("down", 1), ("shift+tab", -1), ("up", -1)])
async def test_keys_that_move_on_accept(key: str, step: int) -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await pilot.press("enter", "end", "0", key)
        await wait_until(pilot, lambda: app.left == [("accessTokenLifetime", step)])
        assert app.draft.value("accessTokenLifetime") == 3000


async def test_typing_a_number_replaces_the_one_that_is_there() -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await pilot.press("enter", "7", "m", "enter")
        await wait_until(pilot, lambda: app.draft.value("accessTokenLifetime") == 420)


async def test_the_editor_can_be_opened_again_at_once() -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await pilot.press("enter", "escape", "enter")
        await is_typing(pilot, app, 0, "300")


async def test_pasted_lines_become_one() -> None:
    app = FieldApp(Draft(None), NOTE)
    async with run(app) as pilot:
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.fields[0].editor is not None)
        editor = app.fields[0].editor
        assert editor is not None
        editor.post_message(events.Paste("\n one \r\n\x1b[31mtwo\n"))
        await is_typing(pilot, app, 0, "one ␛[31mtwo")


async def test_settling_takes_a_value_and_what_is_none() -> None:
    app = app_with(accessTokenLifetime=300)
    async with run(app) as pilot:
        await pilot.press("enter", "end", "0")
        app.fields[0].settle()
        assert app.draft.value("accessTokenLifetime") == 3000
        await pilot.press("enter", "end", "x")
        app.fields[0].settle()
        assert app.draft.rejected["accessTokenLifetime"].text == "3000x"
        assert app.fields[0].editor is None
