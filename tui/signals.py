"""Being told to end: the terminal was closed, the connection dropped, or somebody wants it so."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import threading
from collections.abc import Callable
from contextlib import suppress

ENDINGS = (signal.SIGHUP, signal.SIGTERM)

STREAMS = (0, 1, 2)
"""Standard input, output and error."""

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
    _let_go_of_a_lost_terminal()
    leave(code)


def _let_go_of_a_lost_terminal() -> None:
    """Have what is still written to a terminal that was closed go nowhere, and not fail."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in STREAMS:
        with suppress(OSError):
            if stat.S_ISCHR(os.fstat(stream).st_mode) and not os.isatty(stream):
                os.dup2(nowhere, stream)
    os.close(nowhere)
