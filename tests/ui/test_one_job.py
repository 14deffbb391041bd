"""Screens on which one thing is done at a time."""

from __future__ import annotations

import asyncio

from textual.app import App

from tests.ui.support import wait_until
from tui.screens.confirm import ConfirmScreen
from tui.screens.one_job import OneJob


class Jobs(OneJob[None]):
    """Notes what came of its jobs."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[str] = []
        self.answers: list[bool] = []

    async def wait(self) -> None:
        """For ever."""
        self.begun.append("wait")
        await asyncio.Event().wait()

    async def ask(self) -> None:
        """On another screen."""
        self.begun.append("ask")
        self.answers.append(await self.app.push_screen_wait(ConfirmScreen("Delete it?")))


async def test_one_at_a_time_until_it_is_left_off() -> None:
    async with App[None]().run_test() as pilot:
        screen = Jobs()
        await pilot.app.push_screen(screen)
        assert not screen.leave_off()
        screen.do(screen.wait)
        await wait_until(pilot, lambda: screen.begun == ["wait"])
        screen.do(screen.ask)
        assert screen.leave_off()
        await wait_until(pilot, lambda: not screen.is_busy)
        assert screen.begun == ["wait"]
        assert not screen.leave_off()


async def test_what_waits_for_another_screen_is_not_left_off() -> None:
    async with App[None]().run_test() as pilot:
        screen = Jobs()
        await pilot.app.push_screen(screen)
        screen.do(screen.ask)
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        assert screen.leave_off()
        assert screen.is_busy
        pilot.app.screen.dismiss(True)
        await wait_until(pilot, lambda: not screen.is_busy)
        assert screen.answers == [True]
