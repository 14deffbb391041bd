"""Rows: typing and pasting them."""

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.ui.field_app import NOTE, FieldApp, existing, run, spec_of
from tests.ui.support import text_of, wait_for_text, wait_until
from tui.forms.draft import Draft
from tui.widgets.fields.rows import RowsField

A, B, C = "a:a", "b:b", "c:c"
PATH = "redirectUris"


def app_with(draft: Draft, path: str = PATH) -> FieldApp:
    return FieldApp(draft, spec_of(path), NOTE)


def rows_of(app: FieldApp) -> RowsField:
    field = app.fields[0]
    assert isinstance(field, RowsField)
    return field


async def is_typing(pilot: Pilot[Any], app: FieldApp, text: str) -> None:
    """Wait until an editor has the focus and holds ``text``."""

    def so() -> bool:
        editor = rows_of(app).editor
        return editor is not None and editor.has_focus and editor.value == text

    await wait_until(pilot, so)


async def rests(pilot: Pilot[Any], app: FieldApp) -> None:
    """Wait until nothing is being typed and the field has the focus."""
    await wait_until(pilot, lambda: rows_of(app).editor is None and rows_of(app).has_focus)


async def paste(pilot: Pilot[Any], app: FieldApp, text: str) -> None:
    editor = rows_of(app).editor
    assert editor is not None
    editor.post_message(events.Paste(text))
    await pilot.pause()


async def test_a_newcomer_types_one_row_after_the_other() -> None:
    app = app_with(Draft(None))
    async with run(app) as pilot:
        await wait_for_text(pilot, "› + add")
        assert rows_of(app).types_on
        await pilot.press("enter", *A, "enter", *B, "enter", "escape")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A, B]
        assert rows_of(app).cursor == 1
        assert not rows_of(app).types_on


@pytest.mark.parametrize("empty", ["enter", "escape"])
async def test_an_empty_row_ends_it(empty: str) -> None:
    app = app_with(Draft(None))
    async with run(app) as pilot:
        await pilot.press("enter", *A, "enter", empty)
        await rests(pilot, app)
        await pilot.press("a", "space", "enter")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A]


@pytest.mark.parametrize("key", ["a", "insert"])
async def test_a_row_is_added_below_the_cursor(key: str) -> None:
    app = app_with(existing(redirectUris=[A, C]))
    async with run(app) as pilot:
        await wait_for_text(pilot, f"› {A}")
        await pilot.press(key)
        await is_typing(pilot, app, "")
        await pilot.press(*B, "enter")
        await wait_for_text(pilot, f"{B}   new")
        await pilot.press("escape")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A, B, C]
        assert rows_of(app).cursor == 1


async def test_a_row_is_changed() -> None:
    app = app_with(existing(redirectUris=[A, B]))
    async with run(app) as pilot:
        await pilot.press("down", "enter")
        await is_typing(pilot, app, B)
        await pilot.press(*"/x", "enter")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A, f"{B}/x"]
        await wait_for_text(pilot, f"{B}/x   was: {B}")


async def test_a_row_that_is_emptied_goes() -> None:
    app = app_with(existing(redirectUris=[A, B]))
    async with run(app) as pilot:
        await pilot.press("enter", "ctrl+u", "enter")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [B]


async def test_escape_leaves_the_row_as_it_was() -> None:
    app = app_with(existing(redirectUris=[A]))
    async with run(app) as pilot:
        await pilot.press("enter", *"xyz", "escape")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A]
        assert app.edited == []


async def test_looking_at_an_odd_row_does_not_change_it() -> None:
    app = app_with(existing(redirectUris=[5, "two\nlines"]))
    async with run(app) as pilot:
        await pilot.press("enter")
        await is_typing(pilot, app, "5")
        await pilot.press("down", "enter")
        await is_typing(pilot, app, "two lines")
        await pilot.press("enter")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [5, "two\nlines"]


async def test_down_and_up_go_to_other_rows() -> None:
    app = app_with(existing(redirectUris=[A, B]))
    async with run(app) as pilot:
        await pilot.press("enter", "x", "down")
        await rests(pilot, app)
        await wait_for_text(pilot, f"› {B}")
        await pilot.press("enter", "y", "up")
        await rests(pilot, app)
        await wait_for_text(pilot, f"› {A}x")
        assert app.draft.value(PATH) == [f"{A}x", f"{B}y"]


@pytest.mark.parametrize(("key", "step"), [("tab", 1), ("shift+tab", -1)])
async def test_tab_accepts_and_leaves(key: str, step: int) -> None:
    app = app_with(existing())
    async with run(app) as pilot:
        await pilot.press("enter", *A, key)
        await wait_until(pilot, lambda: app.left == [(PATH, step)])
        assert app.draft.value(PATH) == [A]
        assert rows_of(app).editor is None


async def test_a_click_elsewhere_accepts() -> None:
    app = app_with(existing())
    async with run(app) as pilot:
        await pilot.press("enter", *A)
        await pilot.mouse_down(app.fields[1])
        await pilot.mouse_up(app.fields[1])
        await wait_until(pilot, lambda: rows_of(app).editor is None)
        assert app.draft.value(PATH) == [A]
        await wait_until(pilot, lambda: app.fields[1].has_focus)


async def test_a_look_at_another_window_ends_nothing() -> None:
    app = app_with(existing())
    async with run(app) as pilot:
        await pilot.press("enter", *"half")
        app.post_message(events.AppBlur())
        await wait_until(pilot, lambda: app.focused is None)
        app.post_message(events.AppFocus())
        await is_typing(pilot, app, "half")
        assert app.draft.value(PATH) is not None
        assert app.edited == []


async def test_the_fields_own_keys_rest_while_typing() -> None:
    app = app_with(existing(redirectUris=[A, B]))
    async with run(app) as pilot:
        await pilot.press("enter", *"/adjk", "insert", "shift+down", "ctrl+z")
        await is_typing(pilot, app, A)
        await pilot.press("escape")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A, B]


async def test_settling_takes_what_is_being_typed() -> None:
    app = app_with(existing())
    async with run(app) as pilot:
        await pilot.press("enter", *A)
        rows_of(app).settle()
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A]
        rows_of(app).settle()


# Pasting


async def test_many_pasted_lines_become_rows() -> None:
    app = app_with(existing(redirectUris=[A]))
    async with run(app) as pilot:
        await pilot.press("a")
        await is_typing(pilot, app, "")
        await paste(pilot, app, f"  {B}  \r\n\r\n{C}\n{A}\n{B}\n")
        assert app.draft.value(PATH) == [A, B, C]
        await wait_for_text(pilot, "2 of the 4 rows were there already.")
        await is_typing(pilot, app, "")


async def test_lines_pasted_into_a_row_surround_its_text() -> None:
    app = app_with(existing(redirectUris=["one", "two"]))
    async with run(app) as pilot:
        await pilot.press("enter")
        await is_typing(pilot, app, "one")
        await paste(pilot, app, "-1\n2")
        await rests(pilot, app)
        assert app.draft.value(PATH) == ["one-1", "2", "two"]


async def test_a_row_that_is_there_already_is_not_added() -> None:
    app = app_with(existing(redirectUris=[A]))
    async with run(app) as pilot:
        await pilot.press("a", *A, "enter")
        await wait_for_text(pilot, "That row was there already.")
        assert app.edited == []
        await pilot.press(*B, "enter", "escape")
        await rests(pilot, app)
        assert app.draft.value(PATH) == [A, B]
        assert "already" not in text_of(app)


async def test_control_characters_are_not_pasted() -> None:
    app = app_with(existing())
    async with run(app) as pilot:
        await pilot.press("a")
        await is_typing(pilot, app, "")
        await paste(pilot, app, "\x1b[31mred\x1b]0;x\x07\n\u202eevil")
        value = app.draft.value(PATH)
        assert isinstance(value, list)
        assert all(str(row).isprintable() for row in value)


# What is no value


async def test_a_wrong_row_is_told_and_stays_open() -> None:
    app = app_with(existing(), "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("enter", *"P", "enter")
        await wait_for_text(pilot, "✗ Begin with the language")
        await is_typing(pilot, app, "P")
        assert app.draft.is_dirty
        await pilot.press("home", *"fr: ", "enter", "enter")
        await rests(pilot, app)
        assert app.draft.value("clientNameLocalized") == {"values": {"fr": "P"}}
        assert app.draft.rejected == {}
        assert "Begin" not in text_of(app)


async def test_escape_gives_a_wrong_row_up() -> None:
    app = app_with(existing(), "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("enter", *"P", "enter", "escape")
        await rests(pilot, app)
        assert not app.draft.is_dirty
        assert "  P" not in text_of(app)


async def test_a_wrong_row_is_kept_when_one_leaves_it() -> None:
    draft = existing(clientNameLocalized={"values": {"": "Portal", "fr": "Portail"}})
    app = app_with(draft, "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("down", "enter", "ctrl+u", *"oops", "tab")
        await wait_until(pilot, lambda: app.fields[1].has_focus)
        await wait_for_text(pilot, "oops")
        assert draft.rejected["clientNameLocalized"].text == "oops"
        assert draft.changes == []
        app.fields[0].focus()
        await pilot.press("up", "d")
        assert draft.value("clientNameLocalized") == {"values": {"fr": "Portail"}}
        assert "clientNameLocalized" in draft.rejected, "other rows may change meanwhile"
        await pilot.press("down", "enter")
        await is_typing(pilot, app, "oops")
        await pilot.press("home", *"de: ", "enter")
        await rests(pilot, app)
        assert draft.rejected == {}


async def test_a_correction_replaces_the_row_that_it_was_typed_for() -> None:
    draft = existing(clientNameLocalized={"values": {"": "Portal", "fr": "Portail"}})
    app = app_with(draft, "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("down", "enter", "ctrl+u", *"oops", "down")
        await rests(pilot, app)
        await wait_for_text(pilot, "› oops")
        await pilot.press("enter")
        await is_typing(pilot, app, "oops")
        await pilot.press("home", *"fr: ", "enter")
        await rests(pilot, app)
        assert draft.value("clientNameLocalized") == {"values": {"": "Portal", "fr": "oops"}}


async def test_a_wrong_row_can_be_removed() -> None:
    draft = existing(clientNameLocalized={"values": {"fr": "Portail"}})
    app = app_with(draft, "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("a", *"oops", "tab")
        await wait_until(pilot, lambda: app.fields[1].has_focus)
        app.fields[0].focus()
        await wait_until(pilot, lambda: app.fields[0].has_focus)
        rows_of(app).go_to(1)
        await pilot.press("d")
        assert not draft.is_dirty


async def test_there_is_room_for_one_wrong_row() -> None:
    app = app_with(existing(), "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("a", *"1st", "tab")
        await wait_until(pilot, lambda: app.fields[1].has_focus)
        app.fields[0].focus()
        await pilot.press("down", "enter", *"2nd", "tab")
        await is_typing(pilot, app, "2nd")
        await wait_for_text(pilot, "1st")
        assert app.draft.rejected["clientNameLocalized"].text == "1st"


async def test_a_second_text_of_a_language_is_refused() -> None:
    draft = existing(clientNameLocalized={"values": {"fr": "Portail"}})
    app = app_with(draft, "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("a", *"FR: B", "enter")
        await wait_for_text(pilot, "There is a row for fr already: change that one.")
        await pilot.press("escape")
        await rests(pilot, app)
        assert not draft.is_dirty


async def test_of_pasted_rows_all_or_none_are_taken() -> None:
    app = app_with(existing(), "clientNameLocalized")
    async with run(app) as pilot:
        await pilot.press("a")
        await is_typing(pilot, app, "")
        await paste(pilot, app, "fr: a\nde b\nit: c")
        await wait_for_text(pilot, "Nothing was added. Line 2 of 3: Begin with the language")
        await is_typing(pilot, app, "")
        assert not app.draft.is_dirty
        await paste(pilot, app, "fr: a\nde: b\nit: c")
        assert app.draft.value("clientNameLocalized") == {
            "values": {"fr": "a", "de": "b", "it": "c"}
        }


async def test_other_members_of_an_attribute_stay() -> None:
    draft = existing(
        customAttributes=[
            {"name": "tier", "values": ["gold"], "other": 1},
            {"name": "seats", "values": [25]},
        ]
    )
    app = app_with(draft, "customAttributes")
    async with run(app) as pilot:
        await pilot.press("enter")
        await is_typing(pilot, app, 'tier = "gold"')
        await pilot.press("ctrl+u", *"tier=x", "enter")
        await rests(pilot, app)
        assert draft.value("customAttributes") == [
            {"name": "tier", "multiValued": False, "values": ["x"], "other": 1},
            {"name": "seats", "values": [25]},
        ]
