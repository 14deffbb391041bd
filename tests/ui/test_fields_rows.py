"""Rows: moving, removing, marks and findings. Typing them is in test_fields_rows_typing."""

from typing import Any

import pytest

from tests.ui.field_app import NOTE, FieldApp, error_at, existing, run, spec_of
from tests.ui.support import SIZES, text_of, wait_for_text, wait_until
from tui.forms.draft import Draft
from tui.widgets.fields.rows import RowsField

A, B, C = "https://a.example/cb", "https://b.example/cb", "https://c.example/cb"
URIS = spec_of("redirectUris")


def app_with(*uris: Any, draft: Draft | None = None) -> FieldApp:
    return FieldApp(draft or existing(redirectUris=list(uris)), URIS, NOTE)


def rows_of(app: FieldApp) -> RowsField:
    field = app.fields[0]
    assert isinstance(field, RowsField)
    return field


def line_with(app: FieldApp, text: str) -> str:
    found = [row.strip() for row in text_of(app).splitlines() if text in row]
    assert len(found) == 1, text_of(app)
    return found[0]


@pytest.mark.parametrize("size", SIZES)
async def test_rows_stand_below_the_label(size: tuple[int, int]) -> None:
    app = app_with(A, B)
    async with run(app, size) as pilot:
        await wait_for_text(pilot, "+ add")
        assert [row.strip() for row in text_of(app).splitlines()[1:4]] == [f"› {A}", B, "+ add"]


async def test_the_cursor_moves_inside_and_then_out() -> None:
    app = app_with(A)
    async with run(app) as pilot:
        await wait_for_text(pilot, f"› {A}")
        await pilot.press("up")
        assert app.left == [("redirectUris", -1)]
        await pilot.press("j")
        await wait_for_text(pilot, "› + add")
        await pilot.press("k", "down", "down")
        assert app.left[1:] == [("redirectUris", 1)]
        await wait_until(pilot, lambda: app.fields[1].has_focus)
        assert "›" not in text_of(app)


@pytest.mark.parametrize("key", ["d", "delete", "backspace"])
async def test_a_row_is_removed_and_said_to_be(key: str) -> None:
    app = app_with(A, B)
    async with run(app) as pilot:
        await pilot.press(key)
        assert app.draft.value("redirectUris") == [B]
        await wait_for_text(pilot, f"− {A}   removed")
        await pilot.press("d")
        assert app.draft.value("redirectUris") == []
        await pilot.press("d")
        assert app.edited == ["redirectUris"] * 2


async def test_the_last_row_of_a_new_client_leaves_nothing() -> None:
    draft = Draft(None)
    draft.set("redirectUris", [A])
    app = app_with(draft=draft)
    async with run(app) as pilot:
        await wait_for_text(pilot, A)
        assert "new" not in text_of(app)
        await pilot.press("d")
        assert draft.edited == {}


async def test_many_removed_rows_are_counted() -> None:
    app = app_with(*(f"https://{number}.example" for number in range(9)))
    async with run(app) as pilot:
        await pilot.press(*"ddddddd")
        await wait_for_text(pilot, "− 2 more removed")
        assert text_of(app).count("removed") == 6


@pytest.mark.parametrize(("down", "up"), [("shift+down", "shift+up"), ("J", "K")])
async def test_rows_are_moved(down: str, up: str) -> None:
    app = app_with(A, B, C)
    async with run(app) as pilot:
        await pilot.press(down)
        assert app.draft.value("redirectUris") == [B, A, C]
        await pilot.press(down, down)
        assert app.draft.value("redirectUris") == [B, C, A]
        await pilot.press(up, up, up)
        assert app.draft.value("redirectUris") == [A, B, C]
        assert not app.draft.is_dirty
        assert rows_of(app).cursor == 0


async def test_texts_by_language_have_no_order() -> None:
    draft = existing(clientNameLocalized={"values": {"fr": "a", "de": "b"}})
    app = FieldApp(draft, spec_of("clientNameLocalized"))
    async with run(app) as pilot:
        await pilot.press("shift+down")
        await wait_for_text(pilot, "› fr: a")
        assert app.edited == []


async def test_what_changed_is_marked() -> None:
    app = app_with(A, B)
    async with run(app) as pilot:
        app.draft.set("redirectUris", [A, C, "https://d.example"])
        rows_of(app).redraw()
        await wait_for_text(pilot, f"{C}   was: {B}")
        assert line_with(app, "d.example").endswith("new")
        await pilot.press("ctrl+z")
        assert app.draft.value("redirectUris") == [A, B]
        await wait_until(pilot, lambda: "was:" not in text_of(app))


async def test_odd_rows_are_marked_and_stay() -> None:
    app = app_with(A, 5, {"x": [1]}, "")
    async with run(app) as pilot:
        await wait_for_text(pilot, '{"x": [1]}   not a text')
        assert line_with(app, "5") == "5   not a text"
        assert line_with(app, "empty") == "empty"
        await pilot.press("d")
        assert app.draft.value("redirectUris") == [5, {"x": [1]}, ""]


@pytest.mark.parametrize("odd", [5, "https://a.example", {"x": 1}, True])
async def test_what_is_no_list_can_only_be_removed(odd: Any) -> None:
    app = app_with(draft=existing(redirectUris=odd))
    async with run(app) as pilot:
        await wait_for_text(pilot, "not a list of texts: d removes it")
        await pilot.press("enter", "a", "J")
        assert rows_of(app).editor is None
        assert app.draft.value("redirectUris") == odd
        await pilot.press("d")
        assert "redirectUris" not in app.draft.edited
        await wait_for_text(pilot, "removed")
        assert "+ add" in text_of(app)


async def test_findings_stand_below_their_rows_and_go_with_them() -> None:
    app = app_with(A, B)
    async with run(app) as pilot:
        field = rows_of(app)
        field.findings = [
            error_at("redirectUris", "B is wrong.", 1),
            error_at("redirectUris", "All is wrong."),
            error_at("redirectUris", "Nobody is wrong.", 7),
        ]
        field.redraw()
        await wait_for_text(pilot, "✗ Nobody is wrong.")
        rows = [row.strip() for row in text_of(app).splitlines()]
        assert rows[2:4] == [f"✗ {B}", "✗ B is wrong."]
        assert rows.index("✗ All is wrong.") > rows.index("+ add")
        assert "✗ Nobody is wrong." in rows
        await pilot.press("J")
        await wait_until(pilot, lambda: "✗ B is wrong." in text_of(app).splitlines()[2])
        await pilot.press("k", "d")
        await wait_until(pilot, lambda: "✗ B is wrong." not in text_of(app))
        assert "✗ All is wrong." in text_of(app)


async def test_five_hundred_rows_are_drawn_where_one_looks() -> None:
    app = app_with(*(f"https://{number}.example" for number in range(500)))
    async with run(app) as pilot:
        await wait_for_text(pilot, "https://0.example")
        made: list[str] = []
        field = rows_of(app)
        show = field.row_content
        field.row_content = lambda item, style: (made.append(str(item)), show(item, style))[1]  # type: ignore[method-assign,func-returns-value]
        field.go_to(470)
        await wait_for_text(pilot, "› https://470.example")
        assert 0 < len(made) < 100
        app.fields[1].focus()
        await wait_for_text(pilot, "▌ Description")
        app.screen.focus_previous()
        await wait_for_text(pilot, "› https://470.example")


async def test_a_click_goes_to_a_row_and_two_edit_it() -> None:
    app = app_with(A, B)
    async with run(app) as pilot:
        field = rows_of(app)
        await pilot.click(field, offset=(10, 2))
        await wait_for_text(pilot, f"› {B}")
        assert field.editor is None
        await pilot.click(field, offset=(10, 1), times=2)
        await wait_until(pilot, lambda: field.editor is not None)
        assert field.editor is not None
        assert field.editor.value == A
        await pilot.press("escape")
        await pilot.click(field, offset=(8, 3))
        await wait_until(pilot, lambda: field.editor is not None)
        assert field.editor.value == ""


async def test_rows_can_be_selected_with_the_mouse() -> None:
    app = app_with(A, B)
    async with run(app) as pilot:
        field = rows_of(app)
        await pilot.mouse_down(field, offset=(5, 1))
        await pilot.hover(field, offset=(5 + len(B), 2))
        await pilot.mouse_up(field, offset=(5 + len(B), 2))
        await pilot.pause()
        selected = (app.screen.get_selected_text() or "").split()
        assert selected[0] == A
        assert selected[-1].startswith("https://b.example")
