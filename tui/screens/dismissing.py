"""Screens go away once, and only from the top.

Textual's ``dismiss`` takes away whatever is on top, whoever calls it, and calls back again
when it is called twice: a click that comes twice would close the screen below, too.
"""

from __future__ import annotations

from typing import cast

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.worker import active_worker


class OneWay(Screen[ScreenResultType]):
    """Base of all screens of the program."""

    _is_over = False
    _result: ScreenResultType | None = None

    @property
    def is_on_top(self) -> bool:
        """Whether nothing lies over it."""
        return bool(self.app.screen_stack) and self.app.screen is self

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Go away with ``result``, as soon as nothing lies over it; what comes later is not heard.

        Who waited for it and was cancelled gets nothing.
        """
        if not self._is_over:
            self._is_over, self._result = True, result
            if self.is_on_top:
                return self._go()
        return AwaitComplete()

    def on_screen_resume(self) -> None:
        """Nothing lies over it any more."""
        if self._is_over and self.is_on_top:
            self._go()

    def _go(self) -> AwaitComplete:
        # What it is at work on ends before what is on it goes: Textual does it the other way round.
        for worker in self.workers:
            if worker.node is self and worker is not active_worker.get(None):
                worker.cancel()
        asked = self._result_callbacks[-1].future if self._result_callbacks else None
        if asked is not None and asked.done():
            return self.app.pop_screen()
        return super().dismiss(cast(ScreenResultType, self._result))


class Dialog(ModalScreen[ScreenResultType], OneWay[ScreenResultType]):
    """Base of all that lie over another screen."""
