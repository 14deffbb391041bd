"""A method that needs a secret, on a client that had none to sign in with."""

from pathlib import Path

import pytest

from tests.ui.form_stage import SUBJECT, FormStage, editing
from tui.models.json import JsonObject
from tui.sandbox.client_entry import complete
from tui.screens.client import ClientScreen
from tui.screens.menu import MenuScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen

METHOD = "tokenEndpointAuthMethod"
PUBLIC: JsonObject = complete({**SUBJECT, "inum": "public", METHOD: "none"}, 0)


async def choose_basic(stage: FormStage) -> None:
    await stage.pick(METHOD, "client_secret_basic")
    assert stage.form.draft.value(METHOD) == "client_secret_basic"


async def test_a_secret_is_offered_generated_and_shown_once(tmp_path: Path) -> None:
    async with editing(tmp_path, PUBLIC) as stage:
        await choose_basic(stage)
        await stage.press("f2")
        await stage.at(MenuScreen)
        assert "client_secret_basic needs a client secret" in stage.text
        await stage.press("g")
        await stage.at(ReviewScreen)
        assert "clientSecret" in stage.text
        await stage.press("f2")
        await stage.at(SavedScreen)
        assert "it works" in stage.text
        screen = stage.app.screen
        assert isinstance(screen, SavedScreen)
        assert await stage.server.has_secret(stage.inum, screen.saved.secret)


async def test_the_one_that_there_is_may_stay(tmp_path: Path) -> None:
    async with editing(tmp_path, PUBLIC, secret="known-to-somebody") as stage:
        await choose_basic(stage)
        await stage.press("f2")
        await stage.see("maybe nobody knows it")
        await stage.press("s")
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.back_in_list()
        assert await stage.server.has_secret(stage.inum, "known-to-somebody")


@pytest.mark.parametrize("key", ["b", "escape"])
async def test_back_sends_nothing_and_sets_nothing(tmp_path: Path, key: str) -> None:
    async with editing(tmp_path, PUBLIC) as stage:
        await choose_basic(stage)
        await stage.press("f2")
        await stage.at(MenuScreen)
        await stage.press(key)
        await stage.at(ClientScreen)
        assert not stage.form.draft.is_changed("clientSecret")
        assert stage.server.transport.count("PATCH") == 0


async def test_who_set_a_secret_already_is_not_asked(tmp_path: Path) -> None:
    async with editing(tmp_path, PUBLIC) as stage:
        await choose_basic(stage)
        await stage.go_to("clientSecret")
        await stage.press("n", "f2")
        await stage.at(ReviewScreen)


async def test_that_there_is_none_is_said_in_the_form_and_before_the_save(tmp_path: Path) -> None:
    async with editing(tmp_path, PUBLIC) as stage:
        for known in (stage.form.draft.original, stage.form.draft.edited):
            assert known is not None
            known.pop("clientSecret")
        await choose_basic(stage)
        assert "none, though the method needs one" in stage.text
        await stage.press("f2")
        await stage.see("The client has none")
