"""Leaving the form."""

from pathlib import Path

from tests.ui.form_stage import adding, editing
from tui.screens.client import ClientScreen
from tui.screens.menu import MenuScreen


async def test_an_untouched_form_is_left_at_once(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.press("escape")
        await stage.back_in_list()


async def test_changes_are_given_up_only_after_a_question(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        await stage.press("escape")
        await stage.at(MenuScreen)
        assert "1 setting changed and not saved." in stage.text
        await stage.press("escape")
        await stage.at(ClientScreen)
        assert "As it is to be" in stage.text
        await stage.press("escape")
        await stage.at(MenuScreen)
        await stage.press("d")
        await stage.back_in_list()
        assert (await stage.stored())["description"] == "As it was"


async def test_a_rejected_text_is_something_to_lose(tmp_path: Path) -> None:
    async with adding(tmp_path) as stage:
        await stage.press("escape")
        await stage.put("accessTokenLifetime", "abc")
        await stage.press("escape")
        await stage.at(MenuScreen)


async def test_a_change_that_was_taken_back_is_nothing_to_lose(tmp_path: Path) -> None:
    async with editing(tmp_path) as stage:
        await stage.put("description", "As it is to be")
        await stage.press("ctrl+z", "escape")
        await stage.back_in_list()
