"""Keys that are held back, and that they are not held back for ever."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from tui.screens import key_order
from tui.screens.key_order import KeyOrder


@dataclass
class Screen:
    """Is not there yet."""

    is_mounted: bool = False


@dataclass
class App:
    """Has a screen that is about to come."""

    screen: Screen = field(default_factory=Screen)
    workers: tuple[object, ...] = ()

    @property
    def screen_stack(self) -> list[Screen]:
        return [self.screen]


class Focus:
    """Has nothing to do with a key."""

    ancestors_with_self = ()


async def test_no_key_comes_to_a_screen_that_is_not_there_yet() -> None:
    app = App()
    order = KeyOrder(cast(Any, app))
    following = asyncio.create_task(order._follow(cast(Any, Focus())))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not following.done()
    app.screen.is_mounted = True
    async with asyncio.timeout(10):
        await following


class Deaf:
    """Takes messages and never handles them."""

    is_running = True

    def call_later(self, *_: object) -> bool:
        return True


async def test_what_is_never_handled_is_waited_for_no_longer_than_told() -> None:
    async def wait(seconds: float) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(seconds):
                await key_order._handled(cast(Any, Deaf()))

    # Some of them just when the wait within is over, too.
    async with asyncio.timeout(20):
        await asyncio.gather(*(wait(0.02 * (1 + number % 3)) for number in range(300)))
