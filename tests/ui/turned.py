"""A clock that goes on only when a test says so, for the program and for its server."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from tui.api.sign_in.device import DeviceFlow
from tui.api.tokens import TokenAuth

START = 1_800_000_000.0


@dataclass
class Turned:
    """The clock, and what waits for it.

    Attributes:
        now: seconds since the epoch.
        waits: seconds that a device waited between two questions.
    """

    now: float = START
    waits: list[float] = field(default_factory=list)
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    def put_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have tokens and the device flow go by it."""
        monkeypatch.setattr(DeviceFlow.__init__, "__defaults__", (self._wait, self._tell))
        defaults = {"monotonic": self._tell, "wall": self._tell}
        monkeypatch.setattr(TokenAuth.__init__, "__kwdefaults__", defaults)

    def ask_again(self) -> None:
        """The seconds that the device waits are over."""
        self.now += self.waits[-1]
        self._over.set()

    def _tell(self) -> float:
        return self.now

    async def _wait(self, cancelled: asyncio.Event, seconds: float) -> bool:
        """Until ``ask_again``, or the person gives up."""
        self.waits.append(seconds)
        self._over.clear()
        tasks = [asyncio.create_task(one.wait()) for one in (cancelled, self._over)]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        return cancelled.is_set()
