"""Toasts: what is said in passing, in words that fit the screen and that are plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.notifications import Notification, Notify, SeverityLevel

from tui.models.plain import plain
from tui.widgets.banner import Banner
from tui.widgets.toasts import for_toast

if TYPE_CHECKING:
    from textual.app import App

    from tui.api.errors import ApiError

FOR_NOW = 10.0**8
"""Seconds that a toast stays by itself: longer than any clock jumps."""


class Toasting:
    """Puts up the toasts of an app, and takes them away."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app

    def say(self, text: str) -> None:
        """A toast; foreign text in it stays plain."""
        self._put_up(for_toast(plain(text, 400), self._app.size), "information", 5)

    def complain(self, error: ApiError | str) -> None:
        """A toast that says what failed and what to do; what is too long for it stands above."""
        words = error if isinstance(error, str) else error.words
        words = plain(words.strip(), 600)
        short = for_toast(words, self._app.size)
        if short != words:
            for banner in self._app.screen.query(Banner):
                banner.say(words)
        self._put_up(short, "error", 10)

    def _put_up(self, words: str, severity: SeverityLevel, seconds: int) -> None:
        toast = Notification(words, severity=severity, timeout=FOR_NOW, markup=False)
        self._app.post_message(Notify(toast))
        # Textual counts by the clock on the wall, and hangs on a toast whose time is over while
        # it is put up, as after a laptop slept: so its end is told from here.
        self._app.set_timer(seconds, lambda: self._app._unnotify(toast))
