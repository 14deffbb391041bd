"""The time limit of a call, used up without waiting for it."""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

import pytest

_limits: WeakKeyDictionary[asyncio.Task[object], asyncio.Timeout] = WeakKeyDictionary()


@pytest.fixture
def own_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``time_is_up`` find the limit that holds."""
    timeout = asyncio.timeout

    def noted(delay: float | None) -> asyncio.Timeout:
        made = timeout(delay)
        task = asyncio.current_task()
        assert task is not None
        _limits[task] = made
        return made

    monkeypatch.setattr(asyncio, "timeout", noted)


async def time_is_up() -> None:
    """Let the limit of the running call pass, as if its seconds were over."""
    task = asyncio.current_task()
    assert task is not None
    _limits[task].reschedule(asyncio.get_running_loop().time())
    await asyncio.sleep(60)
    raise AssertionError("the call has no limit")
