"""From the form to the server, and what goes wrong on the way."""

from pathlib import Path
from typing import Any

import pytest

from tests.faults import Fault, answering
from tests.serving import CLIENTS
from tests.ui.form_stage import SUBJECT, adding, editing
from tests.ui.support import NORMAL, WIDE
from tui.api import retry
from tui.api.words import LOST_WRITE
from tui.sandbox.client_entry import complete
from tui.screens.client import ClientScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.menu import MenuScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen
from tui.screens.waiting import WaitingScreen


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_an_edit_is_reviewed_and_saved(tmp_path: Path, size: tuple[int, int]) -> None:
    async with editing(tmp_path, size=size) as stage:
        await stage.put("description", "As it is to be")
        assert "1 changed" in stage.text
        assert "As it is to be   was: As it was" in stage.text
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "Save Subject?" in stage.text
        assert "As it was  →  As it is to be" in stage.text
        await stage.press("enter")
        await stage.back_in_list()
        await stage.see("Saved Subject.")
        assert (await stage.stored())["description"] == "As it is to be"
        assert stage.server.transport.count("PATCH") == 1


async def test_back_from_the_review_sends_nothing(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        for key in ("escape", "b"):
            await stage.press("f2")
            await stage.at(ReviewScreen)
            await stage.press(key)
            await stage.at(ClientScreen)
            assert "As it is to be" in stage.text
            assert stage.banner == ""
        assert stage.server.transport.count("PATCH") == 0


async def test_nothing_changed_is_said(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.press("f2")
        await stage.see("Nothing has changed.")
        await stage.at(ClientScreen)


async def test_what_is_being_typed_is_saved_too(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.go_to("description")
        await stage.press("enter", *" today", "f2")
        await stage.at(ReviewScreen)
        assert "As it was  →  As it was today" in stage.text
        await stage.press("f2")
        await stage.back_in_list()
        assert (await stage.stored())["description"] == "As it was today"


async def test_a_refusal_keeps_the_form_and_goes_to_the_setting(tmp_path: Path) -> None:
    words = "The attribute redirectUris is required for this operation [/b]"
    refusal = answering(400, f'{{"code": "OCA001", "description": "{words}"}}')
    async with editing(tmp_path, faults=[Fault("PATCH", CLIENTS, "before", refusal)]) as stage:
        await stage.put("description", "As it is to be")
        await stage.save()
        await stage.until(lambda: words in stage.banner)
        await stage.until(lambda: stage.focused == "redirectUris")
        await stage.see("for this operation [/b]")
        assert "1 changed" in stage.text
        await stage.save()
        await stage.back_in_list()
        assert (await stage.stored())["description"] == "As it is to be"


@pytest.mark.parametrize("status", [401, 500])
async def test_no_failure_closes_the_form(tmp_path: Path, status: int) -> None:
    fault = Fault("PATCH", CLIENTS, "before", answering(status, "[b]words of a server"), times=9)
    async with editing(tmp_path, faults=[fault]) as stage:
        await stage.put("description", "As it is to be")
        await stage.save()
        await stage.see("[b]words of")
        await stage.at(ClientScreen)
        assert "1 changed" in stage.text
        assert (await stage.stored())["description"] == "As it was"


async def test_a_lost_answer_is_told_after_the_save(tmp_path: Path) -> None:
    async with editing(tmp_path, faults=[Fault("PATCH", CLIENTS, "after")]) as stage:
        await stage.put("description", "As it is to be")
        await stage.save()
        await stage.at(SavedScreen)
        assert "The answer got lost on the way, but the changes were saved." in stage.text
        await stage.press("enter")
        await stage.back_in_list()


async def test_a_save_whose_fate_is_unknown_is_said_tried_again_and_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The network breaks with the answer and stays away; the server has the change all the same."""
    monkeypatch.setattr(retry, "_FIRST_BACKOFF", 0.0)
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        transport = stage.server.transport
        transport.faults = [
            Fault("PATCH", CLIENTS, "after"),
            Fault("GET", CLIENTS, "before", nth=2, times=99),
        ]
        await stage.press("f2")
        await stage.until(lambda: LOST_WRITE.strip() in stage.banner)
        assert stage.form.draft.value("description") == "As it is to be"
        transport.faults = []
        await stage.save()
        await stage.back_in_list()
        await stage.press("slash", *"Subject", "enter")
        await stage.see("1–1 of 1")
        await stage.in_list()
        await stage.press("u")
        await stage.see("As it is to be  →  As it was")
        await stage.press("f2")
        await stage.back_in_list()
        assert (await stage.stored())["description"] == "As it was"


async def test_what_the_server_alters_is_told(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("attributes.parLifetime", "0")
        await stage.save()
        await stage.at(SavedScreen)
        assert "The server changed 1 thing that you asked for:" in stage.text
        assert "0  →  10 min (600)" in stage.text
        await stage.press("escape")
        await stage.back_in_list()


async def test_a_client_that_was_deleted_can_be_made_anew(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        await stage.server.other.clients.delete(stage.inum)
        await stage.press("f2")
        await stage.at(MenuScreen)
        await stage.press("b")
        await stage.at(ClientScreen)
        assert "As it is to be" in stage.text
        assert await stage.server.all_named("Subject") == []
        await stage.press("f2")
        await stage.at(MenuScreen)
        await stage.press("c")
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.at(SavedScreen)
        assert (await stage.stored())["description"] == "As it is to be"


async def test_while_it_is_being_saved_no_key_does_anything(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        gate = stage.server.transport.hold("PATCH")
        await stage.save()
        await stage.until(lambda: stage.server.transport.count("PATCH") == 1)
        await stage.see("Saving…")
        await stage.press("f2", "escape", "enter", "x", "f2", "3", "tab", "space")
        await stage.at(WaitingScreen)
        gate.set()
        await stage.back_in_list()
        assert stage.server.transport.count("PATCH") == 1
        assert (await stage.stored())["description"] == "As it is to be"


async def test_a_key_that_comes_twice_saves_once(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        stage.form.action_save()
        stage.form.action_save()
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.back_in_list()
        assert stage.server.transport.count("PATCH") == 1


async def test_a_typed_secret_is_reviewed_unseen_tried_and_told(tmp_path: Path) -> None:
    async with editing(tmp_path, secret="the-one-that-it-had-before") as stage:
        await stage.put("clientSecret", "typed-in-the-form-of-the-test")
        assert "typed-in" not in stage.text
        await stage.press("f2")
        await stage.at(ReviewScreen)
        assert "a new one" in stage.text
        assert "The old secret ends with this save" in stage.text
        assert "typed-in" not in stage.text
        await stage.press("f2")
        await stage.at(SavedScreen)
        assert "it works" in stage.text
        assert await stage.server.lets_in(stage.inum, "typed-in-the-form-of-the-test")
        await stage.press("enter")
        await stage.back_in_list()


async def test_disabling_says_what_it_ends_and_back_comes_first(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.go_to("disabled")
        await stage.press("space", "f2")
        await stage.at(ReviewScreen)
        assert "Disabled, the client gets no tokens" in stage.text
        await stage.press("enter")
        await stage.at(ClientScreen)
        await stage.save()
        await stage.back_in_list()
        assert (await stage.stored())["disabled"] is True


async def test_for_a_client_that_tools_sign_in_with_the_name_is_typed(tmp_path: Path) -> None:
    async with editing(tmp_path, complete({**SUBJECT, "inum": "2000.tool"}, 0)) as stage:
        await stage.go_to("grantTypes")
        await stage.press("space", "f2")
        await stage.at(ConfirmScreen)
        await stage.press("escape")
        await stage.at(ClientScreen)
        assert stage.form.draft.is_dirty
        await stage.press("f2")
        await stage.at(ConfirmScreen)
        await stage.press(*"Subject", "enter")
        await stage.at(ReviewScreen)
        await stage.press("escape")
        await stage.at(ClientScreen)
        await stage.press("ctrl+z")
        await stage.put("description", "As it is to be")
        await stage.save()
        await stage.back_in_list()


# A new client


async def test_the_secret_is_shown_once_and_not_left_by_accident(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.press(*"Newcomer", "enter")
        await stage.add_rows("redirectUris", "https://rp.example/cb")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("enter")
        await stage.at(SavedScreen)
        screen = stage.app.screen
        assert isinstance(screen, SavedScreen)
        secret, inum = screen.saved.secret, screen.saved.document.inum
        assert inum in stage.text
        assert secret not in stage.text
        await stage.press("enter")
        await stage.see("Leave without it?")
        await stage.press("r")
        await stage.see(secret)
        await stage.press("r")
        await stage.until(lambda: secret not in stage.text)
        await stage.press("enter")
        await stage.back_in_list()
        [made] = await stage.server.all_named("Newcomer")
        assert made.inum == inum


async def test_edit_goes_on_with_what_was_created(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.press(*"Newcomer", "enter")
        await stage.add_rows("redirectUris", "https://rp.example/cb")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.at(SavedScreen)
        await stage.press("r", "e")
        await stage.until(
            lambda: isinstance(stage.app.screen, ClientScreen) and not stage.app.screen.draft.is_new
        )
        form: Any = stage.app.screen
        assert form.draft.document.name == "Newcomer"
        assert "Client ID" in stage.text
        await stage.press("escape")
        await stage.back_in_list()


async def test_a_creation_that_fails_keeps_the_form(tmp_path: Path) -> None:
    async with adding(tmp_path, faults=[Fault("POST", CLIENTS, "before")]) as stage:
        await stage.press(*"Newcomer", "enter")
        await stage.add_rows("redirectUris", "https://rp.example/cb")
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.until(lambda: "broke off" in stage.banner)
        await stage.at(ClientScreen)
        assert await stage.server.all_named("Newcomer") == []
        await stage.press("f2")
        await stage.at(ReviewScreen)
        await stage.press("f2")
        await stage.at(SavedScreen)
        assert len(await stage.server.all_named("Newcomer")) == 1
