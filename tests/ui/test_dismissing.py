"""Screens go away once, and only from the top."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widgets import Button

from tests.ui.all_screens import all_screens
from tests.ui.support import wait_until
from tui.screens.confirm import ConfirmScreen
from tui.screens.dismissing import Dialog, OneWay


class Bare(App[None]):
    """Nothing but its screens."""


def question() -> ConfirmScreen:
    return ConfirmScreen("Delete it?", ["It is gone then."], "Delete")


def test_it_is_the_base_of_all_screens() -> None:
    screens = all_screens()
    assert len(screens) > 25
    assert [one for one in screens if not issubclass(one, OneWay)] == []
    dialogs = {one for one in screens if one.__mro__.count(Dialog)}
    assert {ConfirmScreen} < dialogs < screens


async def test_two_clicks_close_one_screen() -> None:
    answers: list[bool | None] = []
    async with Bare().run_test() as pilot:
        below = OneWay[None]()
        await pilot.app.push_screen(below)
        screen = question()
        await pilot.app.push_screen(screen, answers.append)
        button = screen.query_one("#no", Button)
        for _ in range(2):
            screen.post_message(Button.Pressed(button))
        await wait_until(pilot, lambda: bool(answers))
        await pilot.pause()
        assert pilot.app.screen is below
    assert answers == [False]


async def test_what_lies_over_it_stays() -> None:
    answers: list[bool | None] = []
    async with Bare().run_test() as pilot:
        screen, over = question(), Screen[None]()
        await pilot.app.push_screen(screen, answers.append)
        await pilot.app.push_screen(over)
        await screen.dismiss(True)
        await screen.dismiss(False)
        await pilot.pause()
        assert pilot.app.screen is over
        assert answers == []
        await over.dismiss()
        await wait_until(pilot, lambda: bool(answers))
        assert screen not in pilot.app.screen_stack
    assert answers == [True]


async def test_who_asked_was_cancelled() -> None:
    async with Bare().run_test() as pilot:
        screen = question()

        async def ask() -> None:
            await pilot.app.push_screen_wait(screen)

        worker = pilot.app.run_worker(ask())
        await wait_until(pilot, lambda: screen.is_current)
        worker.cancel()
        with pytest.raises(Exception, match="cancelled"):
            await worker.wait()
        await asyncio.sleep(0)
        await screen.dismiss(True)
        await pilot.pause()
        assert screen not in pilot.app.screen_stack
