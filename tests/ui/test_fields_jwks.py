"""The key set."""

import json
from typing import Any

import pytest

from tests.ui.field_app import NOTE, FieldApp, error_at, existing, run, spec_of
from tests.ui.support import text_of, wait_for_text, wait_until
from tui.checks.jwks import read_key_set
from tui.widgets.fields import jwks
from tui.widgets.fields.jwks import JwksField

EC = {
    "kty": "EC",
    "kid": "first",
    "use": "sig",
    "alg": "ES256",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
}
SET = json.dumps({"keys": [EC]})


def app_with(value: Any) -> FieldApp:
    return FieldApp(
        existing(jwks=value) if value is not None else existing(), spec_of("jwks"), NOTE
    )


def field_of(app: FieldApp) -> JwksField:
    field = app.fields[0]
    assert isinstance(field, JwksField)
    return field


async def test_a_key_has_a_line() -> None:
    app = app_with(SET)
    async with run(app) as pilot:
        await wait_for_text(pilot, "first  EC · P-256 · sig · ES256")
        assert "✗" not in text_of(app)


async def test_what_is_wrong_with_a_key_is_said_below_it_once() -> None:
    text = json.dumps({"keys": [{**EC, "d": "secret-part"}, {"kty": "oct", "k": "c2VjcmV0"}, 5]})
    app = app_with(text)
    async with run(app) as pilot:
        field = field_of(app)
        problems = [problem for key in read_key_set(text).keys for problem in key.problems]
        field.findings = [*problems, error_at("jwks", "Not with a JWKS URI.")]
        field.redraw()
        await wait_for_text(pilot, "✗ Not with a JWKS URI.")
        shown = text_of(app)
        assert "✗ first" in shown
        assert shown.count("contains its private part") == 1
        assert shown.count("no JSON object") == 1
        assert "secret-part" not in shown
        assert "c2VjcmV0" not in shown


async def test_what_is_no_json_is_said_with_its_start() -> None:
    app = app_with("not json at all")
    async with run(app) as pilot:
        await wait_for_text(pilot, "not valid JSON   not json at all")
        assert field_of(app).text == "not json at all"


async def test_a_private_key_is_not_shown() -> None:
    app = app_with("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg")
    async with run(app) as pilot:
        await wait_for_text(pilot, "not valid JSON   …")
        assert "MIIE" not in text_of(app)


async def test_nothing_is_said_to_be_not_set() -> None:
    app = app_with(None)
    async with run(app) as pilot:
        await wait_for_text(pilot, "not set")
        assert field_of(app).text == ""


async def test_what_is_no_string_is_marked_and_kept() -> None:
    app = app_with({"keys": [EC]})
    async with run(app) as pilot:
        await wait_for_text(pilot, "not a text, kept")
        field = field_of(app)
        assert json.loads(field.text) == {"keys": [EC]}
        field.take(field.text)
        assert not app.draft.is_dirty


async def test_the_dialog_is_asked_for_with_indented_text() -> None:
    app = app_with(SET)
    async with run(app) as pilot:
        await pilot.press("enter")
        assert app.wanted == ["jwks"]
        assert field_of(app).text == json.dumps({"keys": [EC]}, indent=2)


async def test_a_set_is_stored_as_compact_text() -> None:
    app = app_with(None)
    async with run(app) as pilot:
        field_of(app).take('{\n  "keys": [ ]\n}')
        assert app.draft.value("jwks") == '{"keys":[]}'
        await wait_until(pilot, lambda: app.edited == ["jwks"])
        field_of(app).take(" \n ")
        assert not app.draft.is_dirty


async def test_the_same_set_in_other_lines_is_no_change() -> None:
    app = app_with(SET)
    async with run(app):
        field_of(app).take(json.dumps({"keys": [EC]}, indent=7))
        assert not app.draft.is_dirty


async def test_a_changed_set_says_what_was() -> None:
    app = app_with(SET)
    async with run(app) as pilot:
        field_of(app).take(json.dumps({"keys": [EC, {**EC, "kid": "second"}]}))
        await wait_for_text(pilot, "2 keys   was: 1 key")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.draft.value("jwks") == SET


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "The JWKS is not JSON: correct it."),
        ("[1]", 'The JWKS is no JSON object: write {"keys": […]}.'),
        ("[" * 100_000, "The JWKS is not JSON: correct it."),
    ],
)
async def test_what_is_no_set_is_kept_as_rejected(text: str, problem: str) -> None:
    app = app_with(SET)
    async with run(app) as pilot:
        field = field_of(app)
        field.take(text)
        await wait_for_text(pilot, f"✗ {problem}")
        assert field.text == text
        assert app.draft.value("jwks") == SET
        field.take(SET)
        assert not app.draft.is_dirty


async def test_a_large_set_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps({"keys": [{**EC, "kid": f"key {number}"} for number in range(900)]})
    assert len(text) > 150_000
    app = app_with(text)
    jwks.key_set_of.cache_clear()
    async with run(app) as pilot:
        await wait_for_text(pilot, "key 20  EC")
        field = field_of(app)
        for _ in range(5):
            field.redraw()
            await pilot.pause()
        assert jwks.key_set_of.cache_info().misses == 1


async def test_nesting_deeper_than_the_stack_is_shown() -> None:
    app = app_with("[" * 100_000 + "]" * 100_000)
    async with run(app) as pilot:
        await wait_for_text(pilot, "[[[[[[")
        assert field_of(app).text.startswith("[[[")
