"""Being told to end: the terminal was closed, the connection dropped, or somebody wants it so."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable

ENDINGS = (signal.SIGHUP, signal.SIGTERM)

PATIENCE = 5.0
"""Seconds to end in; whatever hangs then, such as a terminal that is gone, is not waited for."""


def when_told_to_end(leave: Callable[[int], None]) -> None:
    """Have ``leave`` called on the running event loop when a signal asks us to end.

    It is given the exit code, which by the shell's rule is 128 and the signal's number. That
    SIGHUP is ignored (``nohup``) makes no difference: without its terminal, a full-screen
    program is of no use.
    """
    loop = asyncio.get_running_loop()
    for number in ENDINGS:
        loop.add_signal_handler(number, _end, number, leave)


def _end(number: signal.Signals, leave: Callable[[int], None]) -> None:
    code = 128 + number
    last_resort = threading.Timer(PATIENCE, os._exit, (code,))
    last_resort.daemon = True
    last_resort.start()
    leave(code)
