"""How far many changes have got, for a person who waits at a terminal."""

import os
import sys
import time

from tui.cli.output import show_status
from tui.cli.terminal import is_terminal

_PAUSE = 0.1
"""Seconds between two drawings; a terminal at the other end of a slow line has time for that."""

_SOON = 3.0
"""Seconds after which it can be told how long the rest takes."""


class Progress:
    """A bar at the bottom of standard error; nothing where that is no terminal.

    It has no colours, so there are none to be declined.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._began = time.monotonic()
        self._drawn = 0.0
        self._is_seen = is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
        self.reached(0)

    def reached(self, count: int) -> None:
        """``count`` are done."""
        now = time.monotonic()
        if self._is_seen and now - self._drawn >= _PAUSE:
            self._drawn = now
            # What Ctrl-C puts on the line must not break it.
            width = max(0, _columns() - len("^C") - 1)
            show_status(self._line(count, now - self._began, width))

    def end(self) -> None:
        """Take the bar away."""
        if self._is_seen:
            show_status("")

    def _line(self, count: int, seconds: float, width: int) -> str:
        words = f" {count:,} of {self._total:,}"
        if count and seconds >= _SOON:
            words += f", {_time(seconds / count * (self._total - count))} to go"
        length = min(40, width - len(words))
        if length < 5:
            return words.strip()[:width]
        full, rest = "█░" if "utf" in (sys.stderr.encoding or "").lower() else "#."
        filled = length * count // self._total
        return full * filled + rest * (length - filled) + words


def _columns() -> int:
    """Of the terminal that standard error is; standard output may be something else."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        return 80


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02} min" if minutes else f"{rest} s"
