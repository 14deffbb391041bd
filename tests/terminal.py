"""A program in a pseudo-terminal, and the screen that it draws there."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

# A session leader that opens a terminal gets it as its controlling terminal, which Ctrl-C and
# resizing need. A shell does that without running Python between fork and exec.
TAKE_TERMINAL = 'terminal=$1; shift; exec "$@" <"$terminal" >"$terminal" 2>&1'

LOOK_AGAIN = 0.05
"""Seconds after which a wait looks whether the program is still there."""


POP_KEYBOARD_MODE = b"\x1b[<u"
"""What Textual sends as it leaves. pyte does not know "<" and would draw the "u"."""


class _AnsweringScreen(pyte.Screen):
    """A screen whose answers to a program's questions (where is the cursor?) arrive there."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, lines)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class Terminal:
    """Starts ``argv`` in a terminal of ``size`` (lines, columns) and keeps its screen.

    Use it as a context manager, or call ``close``: either ends the program. There is one screen,
    not two: what a full-screen program drew stays when it leaves.
    """

    def __init__(
        self,
        argv: Sequence[str],
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (24, 80),
        cwd: Path | None = None,
    ) -> None:
        """Start the program.

        Args:
            argv: the program and its arguments; the program is looked for in PATH.
            env: its environment, by default this process's; TERM is set where it is missing.
            size: lines and columns.
            cwd: the folder to start it in, by default the current one.
        """
        lines, columns = size
        self._master, slave = pty.openpty()
        self._screen = _AnsweringScreen(columns, lines, self.send)
        self._stream = pyte.ByteStream(self._screen)
        self._set_size(lines, columns)
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", TAKE_TERMINAL, "sh", os.ttyname(slave), *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={"TERM": "xterm-256color", **(os.environ if env is None else env)},
            cwd=cwd,
            start_new_session=True,
        )
        os.close(slave)
        self._ended = False
        self.received = 0
        """Bytes that the program has written."""

    @property
    def text(self) -> str:
        """The screen as lines, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def has_block_behind(self, text: str) -> bool:
        """Whether a single cell of another colour follows ``text``: a cursor that was drawn."""
        for y, line in enumerate(self._screen.display):
            if text in line:
                x = line.index(text) + len(text)
                row = self._screen.buffer[y]
                if row[x].bg != row[x + 1].bg:
                    return True
        return False

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    def wait_for(self, text: str, timeout: float = 60.0) -> None:
        """Read the program's output until ``text`` is on the screen, within one line.

        Raises:
            AssertionError: after ``timeout`` seconds, or when the program has ended without it;
                the message has the screen.
        """
        self.wait_until(lambda: text in self.text, repr(text), timeout)

    def wait_until(self, condition: Callable[[], bool], what: str, timeout: float = 60.0) -> None:
        """Read the program's output until ``condition`` holds; ``what`` tells what it is.

        Raises:
            AssertionError: as in ``wait_for``.
        """
        deadline = time.monotonic() + timeout
        while not condition():
            if self._ended:
                raise AssertionError(f"the program ended without {what}{self._picture()}")
            if time.monotonic() > deadline:
                raise AssertionError(f"no {what} after {timeout} s{self._picture()}")
            self._read(LOOK_AGAIN)

    def wait_for_exit(self, timeout: float = 60.0) -> int:
        """Read until the program ends; return its exit code (negative: the signal's number).

        Raises:
            AssertionError: after ``timeout`` seconds; the message has the screen.
        """
        deadline = time.monotonic() + timeout
        while not self._ended:
            if time.monotonic() > deadline:
                raise AssertionError(f"still running after {timeout} s{self._picture()}")
            self._read(LOOK_AGAIN)
        return self._process.wait()

    def send(self, keys: str) -> None:
        r"""Type ``keys``, as a terminal sends them: ``"\r"`` is enter, ``"\x1b[B"`` is down."""
        os.write(self._master, keys.encode())

    def resize(self, lines: int, columns: int) -> None:
        """Change the terminal's size; the program is told by the kernel (SIGWINCH)."""
        self._screen.resize(lines, columns)
        self._set_size(lines, columns)

    def hang_up(self, timeout: float = 60.0) -> int:
        """Take the terminal away, as when its window is closed; return the exit code.

        Raises:
            AssertionError: the program goes on without its terminal; it is ended then.
        """
        os.close(self._master)
        self._master, self._ended = -1, True
        try:
            return self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            raise AssertionError(f"still running {timeout} s after the hang-up") from None

    def close(self) -> None:
        """End the program, and whatever it started in its session, and let the terminal go."""
        if self._master < 0:
            return
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._master)
        self._master = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _set_size(self, lines: int, columns: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _read(self, seconds: float) -> None:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            self._ended = self._process.poll() is not None
            return
        try:
            data = os.read(self._master, 65536)
        except OSError:  # Linux's way to say that nobody has the other end open any more
            data = b""
        self.received += len(data)
        if data:
            self._stream.feed(data.replace(POP_KEYBOARD_MODE, b""))
        else:
            self._ended = True

    def _picture(self) -> str:
        return f"; the screen:\n{self.text}"
