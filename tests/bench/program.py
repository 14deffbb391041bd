"""A program in a pseudo-terminal of 120 columns and 40 lines, with a stopwatch.

Nothing here draws a screen: that would take time from the program that is measured. The
terminal answers no questions. Textual asks for two modes (2026, 2048) and waits for neither.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from tests.bench.visible import visible_text
from tests.shell import ROOT

COLUMNS, LINES = 120, 40

PATIENCE = 60.0
"""Seconds after which a program is given up."""

RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes of one ``ru_maxrss``."""


class NotSeenError(Exception):
    """What was waited for did not come; the message has what came instead."""


class Program:
    """Starts ``argv`` in the checkout's top folder; as a context manager, kills it at the end.

    Attributes:
        started: when, in seconds of ``time.perf_counter``, as all times here.
        most_memory: the most bytes of memory that it had at a time; known once it is closed.
    """

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
                os.chdir(ROOT)
                os.execve(argv[0], list(argv), env)
            finally:
                os._exit(127)
        self._output = bytearray()
        self.most_memory = 0

    def until(self, *texts: str) -> float:
        """Return when the last of ``texts`` arrived, of what was written since the last key.

        Raises:
            NotSeenError: the program ended, or a minute passed.
        """
        arrived = time.perf_counter()
        while missing := [text for text in texts if text not in visible_text(bytes(self._output))]:
            if not self._read(PATIENCE):
                shown = visible_text(bytes(self._output)).split("\n")
                raise NotSeenError(f"no {missing} in {[part for part in shown if part.strip()]}")
            arrived = time.perf_counter()
        return arrived

    def press(self, keys: bytes) -> float:
        """Forget the output so far and write ``keys``, as a terminal sends them; return when."""
        self._output.clear()
        pressed = time.perf_counter()
        os.write(self._terminal, keys)
        return pressed

    def answer(self) -> float:
        """Return when the first byte after ``press`` arrived.

        Raises:
            NotSeenError: the program ended, or a minute passed.
        """
        if not self._read(PATIENCE):
            raise NotSeenError("no output after a key")
        return time.perf_counter()

    def settle(self, seconds: float) -> int:
        """Read until nothing came for ``seconds``; return the bytes since the last key."""
        while self._read(seconds):
            pass
        return len(self._output)

    def close(self) -> None:
        """Kill the program and wait for its end."""
        os.killpg(self._pid, signal.SIGKILL)
        _, _, used = os.wait4(self._pid, 0)
        self.most_memory = used.ru_maxrss * RSS_UNIT
        os.close(self._terminal)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self, seconds: float) -> bool:
        """Wait up to ``seconds`` for output; return whether there was any."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            output = os.read(self._terminal, 65536)
        except OSError:  # Linux's way to say that nobody has the other end open any more
            return False
        self._output += output
        return bool(output)
