"""Keys in their order: over a slow line several come at once, the next before the first is done.

Textual hands a key to what has the focus when it comes, and does what a key is bound to some
messages later. So of ``enter`` and a word in one packet, the word would go to the field and
not to the editor that ``enter`` opens: as commands, letter by letter.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.events import Key

from tui.screens.one_job import JOB

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump
    from textual.widget import Widget

LONGEST = 1.0
"""Seconds that a key waits at the most: a server may be slow, and ``escape`` is a key, too."""

MOUNTING = 30.0
"""Seconds that a screen may take to be there: it waits for no server, only for this machine."""

ROUNDS = 3
"""How often messages go up from the focus: the key, what it asks for, and who does that."""

OPENING = frozenset({"dialog", JOB})
"""Groups of the workers in which screens open others."""


class KeyOrder:
    """Holds back what is typed or pasted until what came before has done its work."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[Event] = deque()
        self._released: Event | None = None
        self._following: asyncio.Task[None] | None = None

    def admits(self, event: Event) -> bool:
        """Whether ``event`` may go to the focus now; if not, it comes again later."""
        if event is self._released:
            self._released = None
            return True
        if self._following is None and self._released is None:
            return True
        self._waiting.append(event)
        return False

    def sent(self, event: Event, focus: Widget) -> None:
        """An event that was admitted went to ``focus``."""
        if isinstance(event, Key) and focus.check_consume_key(event.key, event.character):
            self._release()  # A letter in a text does no more than stand there.
        else:
            self._following = asyncio.create_task(self._follow(focus))

    def stop(self) -> None:
        """The app ends."""
        if self._following is not None:
            self._following.cancel()

    async def _follow(self, focus: Widget) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST):
                await self._work_of(focus)
        with suppress(TimeoutError):
            async with asyncio.timeout(MOUNTING):
                await self._mounted()
        self._following = None
        self._release()

    def _release(self) -> None:
        if self._waiting:
            self._released = self._waiting.popleft()
            self._app.post_message(self._released)

    async def _work_of(self, focus: Widget) -> None:
        before = self._app.screen
        way = focus.ancestors_with_self
        for _ in range(ROUNDS):
            for node in way:
                await _handled(node)
        while self._is_opening():  # noqa: ASYNC110 (nobody is told that a screen opens)
            await asyncio.sleep(0.01)
        if self._app.screen is not before:
            await self._ready(self._app.screen)

    async def _mounted(self) -> None:
        """Wait for the screen on top: what a key does to it needs what is on it."""
        while (  # noqa: ASYNC110 (nobody is told that a screen is there)
            self._app.screen_stack and not self._app.screen.is_mounted
        ):
            await asyncio.sleep(0.01)

    def _is_opening(self) -> bool:
        return any(
            worker.group in OPENING and not worker.is_finished and worker.node is self._app.screen
            for worker in self._app.workers
        )

    async def _ready(self, screen: MessagePump) -> None:
        """Wait for a new screen to have its focus where it wants it."""
        await _handled(screen)
        drawn = asyncio.Event()
        if screen.call_after_refresh(drawn.set):
            await drawn.wait()
        for node in (screen, self._app):
            await _handled(node)


async def _handled(node: MessagePump) -> None:
    """Wait until ``node`` has handled the messages that it has by now, or is gone."""
    done = asyncio.Event()
    if not node.call_later(done.set):
        return
    while not done.is_set() and node.is_running:
        # Not wait_for: in Python 3.11 it may swallow that the time of the whole is up.
        with suppress(TimeoutError):
            async with asyncio.timeout(0.02):
                await done.wait()
