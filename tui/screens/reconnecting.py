"""What is done while a server does not answer, so that the person need not ask again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from textual.worker import Worker

from tui.api.activity import Activity, Phase

if TYPE_CHECKING:
    from textual.app import App

    from tui.session import Session

AWAY = frozenset({Phase.LOST, Phase.RETRYING})

FIRST, LONGEST = 2, 30
"""Seconds between two signs of life that are asked for: twice as long each time."""

STEP = 1.0
"""Seconds between two words about it."""


class Reconnecting:
    """Asks a server that is away for a sign of life, ever more seldom, until it answers.

    Screens see by ``session.activity`` that it does, and go on where they were.
    """

    def __init__(self, app: App[Any], session: Session) -> None:
        self._app = app
        self._session = session
        self._worker: Worker[None] | None = None
        self._unwatch = session.watch(self._look)

    def stop(self) -> None:
        """Leave it."""
        self._unwatch()
        if self._worker is not None:
            self._worker.cancel()

    def _look(self) -> None:
        activity = self._session.activity
        is_lost = activity is not None and activity.phase is Phase.LOST
        if is_lost and (self._worker is None or self._worker.is_finished):
            self._worker = self._app.run_worker(self._until_it_answers(), exit_on_error=False)

    async def _until_it_answers(self) -> None:
        for seconds in _pauses():
            for left in range(seconds, 0, -1):
                if not self._is_away():
                    return
                self._session.tell(Activity(Phase.RETRYING, delay=left, reason="offline"))
                await asyncio.sleep(STEP)
            if not self._is_away() or await self._session.is_there():
                return

    def _is_away(self) -> bool:
        activity = self._session.activity
        return activity is not None and activity.phase in AWAY


def _pauses() -> Iterator[int]:
    growing = [FIRST * 2**step for step in range(4)]
    return chain(growing, repeat(LONGEST))
