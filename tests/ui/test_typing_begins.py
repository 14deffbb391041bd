"""A character that is no command, or a paste, begins to edit the focused setting."""

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.ui.field_app import NOTE, FieldApp, existing, run, spec_of
from tests.ui.support import wait_until
from tui.forms.spec import FieldSpec
from tui.models.json import Json

URIS = spec_of("redirectUris")
SECRET = spec_of("clientSecret")
LIFETIME = spec_of("accessTokenLifetime")


async def paste(pilot: Pilot[Any], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def edited(pilot: Pilot[Any], app: FieldApp, value: Json) -> None:
    await wait_until(pilot, lambda: app.fields[0].editor is None)
    await wait_until(pilot, lambda: app.draft.value(app.fields[0].spec.path) == value)


async def is_typing(pilot: Pilot[Any], app: FieldApp, text: str) -> None:
    def so() -> bool:
        editor = app.fields[0].editor
        return editor is not None and editor.has_focus and editor.value == text

    await wait_until(pilot, so)


@pytest.mark.parametrize(
    ("spec", "before", "keys", "after"),
    [
        (NOTE, "As it was", "new words", "new words"),
        (LIFETIME, 300, "15m", 900),
        (URIS, ["https://a.example/"], "https://b.example/", None),
        (SECRET, "", "Secret-of-mine", "Secret-of-mine"),
    ],
)
async def test_typing_takes_the_place_of_a_text_and_adds_a_row(
    spec: FieldSpec, before: Json, keys: str, after: Json
) -> None:
    app = FieldApp(existing(**{spec.path: before}), spec)
    async with run(app) as pilot:
        await pilot.press(*("space" if key == " " else key for key in keys), "enter")
        if spec is URIS:
            await pilot.press("escape")
        await edited(pilot, app, after or ["https://a.example/", keys])


async def test_escape_brings_back_what_was_typed_over() -> None:
    app = FieldApp(existing(description="As it was"), NOTE)
    async with run(app) as pilot:
        await pilot.press("n")
        await is_typing(pilot, app, "n")
        await pilot.press("ctrl+z")
        await is_typing(pilot, app, "As it was")
        await pilot.press("escape")
        await edited(pilot, app, "As it was")
        assert app.edited == []


async def test_keys_of_a_field_stay_its_keys() -> None:
    """``d`` removes a row, ``n`` generates a secret, ``j`` goes on: none of them is typed."""
    app = FieldApp(existing(redirectUris=["https://a.example/"]), URIS, SECRET)
    async with run(app) as pilot:
        await pilot.press("d")
        await wait_until(pilot, lambda: app.draft.value("redirectUris") == [])
        await pilot.press("j")
        await wait_until(pilot, lambda: app.fields[1].has_focus)
        await pilot.press("n")
        await wait_until(pilot, lambda: len(str(app.draft.value("clientSecret"))) == 43)
        assert [field.editor for field in app.fields] == [None, None]


@pytest.mark.parametrize(
    ("spec", "before", "pasted", "after"),
    [
        (NOTE, "As it was", "two\nlines", "two lines"),
        (LIFETIME, 300, "900", 900),
        (SECRET, "", "pasted-secret\n", "pasted-secret"),
    ],
)
async def test_a_paste_waits_to_be_accepted(
    spec: FieldSpec, before: Json, pasted: str, after: Json
) -> None:
    app = FieldApp(existing(**{spec.path: before}), spec)
    async with run(app) as pilot:
        await paste(pilot, pasted)
        await is_typing(pilot, app, str(after))
        await pilot.press("enter")
        await edited(pilot, app, after)


async def test_pasted_lines_become_rows() -> None:
    app = FieldApp(existing(redirectUris=["https://a.example/"]), URIS)
    async with run(app) as pilot:
        await paste(pilot, "https://b.example/\r\nhttps://c.example/\n")
        await wait_until(pilot, lambda: len(app.draft.edited["redirectUris"] or ()) == 3)  # type: ignore[arg-type]


async def test_where_nothing_is_typed_a_paste_does_nothing() -> None:
    app = FieldApp(existing(grantTypes=[]), spec_of("grantTypes"), spec_of("disabled"))
    async with run(app) as pilot:
        for field in app.fields:
            field.focus()
            await paste(pilot, "implicit")
            await pilot.press("x")
        assert app.edited == []
