"""Screens go away once, and only from the top."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Button, Static
from textual.worker import WorkerState

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


class Busy(OneWay[str]):
    """Is at work until ``go_on`` is set; then it dismisses itself, or looks for what is on it."""

    def __init__(self, *, leaves: bool = False) -> None:
        super().__init__()
        self.go_on = asyncio.Event()
        self.leaves = leaves

    def compose(self) -> ComposeResult:
        yield Static("as far as it got", id="note")

    def on_mount(self) -> None:
        self.run_worker(self.work())

    async def work(self) -> None:
        await self.go_on.wait()
        if self.leaves:
            self.dismiss("done")
        self.query_one("#note", Static).update("done")


async def test_work_ends_before_what_is_on_its_screen_goes() -> None:
    async with Bare().run_test() as pilot:
        screen = Busy()
        await pilot.app.push_screen(screen)
        (worker,) = (one for one in pilot.app.workers if one.node is screen)
        gone = screen.dismiss()
        screen.go_on.set()
        await gone
        assert worker.state is WorkerState.CANCELLED


async def test_a_screen_may_dismiss_itself_at_work() -> None:
    answers: list[str | None] = []
    async with Bare().run_test() as pilot:
        screen = Busy(leaves=True)
        await pilot.app.push_screen(screen, answers.append)
        (worker,) = (one for one in pilot.app.workers if one.node is screen)
        screen.go_on.set()
        await worker.wait()
        await wait_until(pilot, lambda: bool(answers))
        assert worker.state is WorkerState.SUCCESS
    assert answers == ["done"]
