"""The client secret."""

from typing import Any

import pytest

from tests.ui.field_app import NOTE, FieldApp, existing, run, spec_of
from tests.ui.support import text_of, wait_for_text, wait_until
from tui.forms.draft import Draft
from tui.models.secrets import looks_encrypted

PLAIN = "5f3c2f5a-6b1d-4a2e-9a3e-2f1d3c4b5a69"
ENCRYPTED = "q1W/2eR3tY4uI5oP6aS7dA=="


def app_with(draft: Draft) -> FieldApp:
    return FieldApp(draft, spec_of("clientSecret"), NOTE)


async def test_the_examples_are_what_they_should_be() -> None:
    assert looks_encrypted(ENCRYPTED)
    assert not looks_encrypted(PLAIN)


async def test_an_encrypted_one_is_never_shown() -> None:
    app = app_with(existing(clientSecret=ENCRYPTED))
    async with run(app) as pilot:
        await wait_for_text(pilot, "set; the server returned it encrypted")
        await pilot.press("r")
        await pilot.pause()
        assert ENCRYPTED not in text_of(app)
        assert "reveals" not in text_of(app)


async def test_a_plain_one_is_revealed_and_hidden_with_a_key() -> None:
    app = app_with(existing(clientSecret=PLAIN))
    async with run(app) as pilot:
        await wait_for_text(pilot, "••••••••   as the server returned it")
        assert PLAIN not in text_of(app)
        await pilot.press("r")
        await wait_for_text(pilot, PLAIN)
        await pilot.press("r")
        await wait_until(pilot, lambda: PLAIN not in text_of(app))
        assert app.edited == []
        assert not app.draft.is_dirty


async def test_it_hides_itself_when_one_goes_on() -> None:
    app = app_with(existing(clientSecret=PLAIN))
    async with run(app) as pilot:
        await pilot.press("r")
        await wait_for_text(pilot, PLAIN)
        await pilot.press("down")
        await wait_until(pilot, lambda: PLAIN not in text_of(app))


async def test_none_is_said_to_be_none() -> None:
    app = app_with(existing())
    async with run(app) as pilot:
        await wait_for_text(pilot, "none")
        await pilot.press("r")
        assert "generated when" not in text_of(app)


async def test_a_new_client_gets_one() -> None:
    app = app_with(Draft(None))
    async with run(app) as pilot:
        await wait_for_text(pilot, "one is generated when the client is created")
        assert app.draft.edited == {}


async def test_a_typed_one_is_not_seen_and_becomes_the_new_one() -> None:
    app = app_with(existing(clientSecret=ENCRYPTED))
    async with run(app) as pilot:
        await pilot.press("enter", *"s3cr", "enter")
        await wait_for_text(pilot, "••••••••   new, not saved yet")
        assert app.draft.value("clientSecret") == "s3cr"
        assert "s3cr" not in text_of(app)
        await pilot.press("r")
        await wait_for_text(pilot, "s3cr   new")
        await pilot.press("ctrl+z")
        await wait_for_text(pilot, "set; the server returned it encrypted")
        assert not app.draft.is_dirty


async def test_while_it_is_typed_it_is_masked() -> None:
    app = app_with(existing())
    async with run(app) as pilot:
        await pilot.press("enter", *"s3cr")
        await wait_for_text(pilot, "••••")
        assert "s3cr" not in text_of(app)
        await pilot.press("escape")
        await wait_for_text(pilot, "none")
        assert app.edited == []


async def test_nothing_typed_changes_nothing() -> None:
    app = app_with(existing(clientSecret=PLAIN))
    async with run(app) as pilot:
        await pilot.press("enter", "enter", "enter", "space", "enter")
        await pilot.pause()
        assert not app.draft.is_dirty


async def test_one_is_generated() -> None:
    app = app_with(Draft(None))
    async with run(app) as pilot:
        await pilot.press("n")
        first = app.draft.value("clientSecret")
        await wait_for_text(pilot, "new, not saved yet")
        assert isinstance(first, str)
        assert len(first) >= 32
        assert first not in text_of(app)
        await pilot.press("n")
        assert app.draft.value("clientSecret") != first
        await pilot.press("r")
        await wait_for_text(pilot, str(app.draft.value("clientSecret")))


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_no_key_takes_the_servers_away(key: str) -> None:
    app = app_with(existing(clientSecret=PLAIN))
    async with run(app) as pilot:
        await pilot.press(key)
        assert app.draft.value("clientSecret") == PLAIN
        await pilot.press("n", key)
        assert app.draft.value("clientSecret") == PLAIN


@pytest.mark.parametrize("odd", [5, ["x"], {"secret": "hidden"}, True])
async def test_what_is_no_text_is_kept_and_not_shown(odd: Any) -> None:
    app = app_with(existing(clientSecret=odd))
    async with run(app) as pilot:
        await wait_for_text(pilot, "something that is no text, kept")
        await pilot.press("r")
        assert "hidden" not in text_of(app)
        assert app.draft.value("clientSecret") == odd
