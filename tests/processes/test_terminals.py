"""The program in terminals of all kinds, and what happens to terminals."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Mapping

import pytest

from tests.shell import JANS_TUI, environment
from tests.terminal import Terminal

LIST = "Jans Config Api Client"

KINDS: dict[str, dict[str, str]] = {
    "dumb": {"TERM": "dumb"},
    "linux": {"TERM": "linux"},
    "screen": {"TERM": "screen"},
    "tmux": {"TERM": "tmux-256color", "TMUX": "/nowhere,1,0"},
    "16 colours": {"TERM": "xterm-16color", "COLORTERM": ""},
    "unheard of": {"TERM": "no-such-terminal"},
    "no colour": {"NO_COLOR": "1"},
    "C": {"LANG": "C", "LC_ALL": "C"},
    "POSIX and ASCII": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "bad size": {"COLUMNS": "x", "LINES": "-1"},
}


def program(env: Mapping[str, str] | None = None, size: tuple[int, int] = (24, 80)) -> Terminal:
    own = environment()
    own.pop("COLUMNS")
    return Terminal([*JANS_TUI], {**own, **(env or {})}, size)


def resize(terminal: Terminal, lines: int, columns: int) -> None:
    """Change the size, and wait for what the program makes of it."""
    before = terminal.received
    terminal.resize(lines, columns)
    terminal.wait_until(lambda: terminal.received > before, "answer to the new size")


def state_of(pid: int) -> str:
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0]


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_terminal_shows_the_list_and_is_left(kind: str) -> None:
    with program(KINDS[kind]) as terminal:
        terminal.wait_for(LIST)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert "Traceback" not in terminal.text


def test_as_small_as_it_gets_and_back() -> None:
    with program() as terminal:
        terminal.wait_for(LIST)
        for lines, columns in ((1, 1), (1, 200), (200, 1), (2, 2), (3, 10), (24, 80)):
            resize(terminal, lines, columns)
            terminal.send("jk")
        terminal.wait_for(LIST)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_it_starts_in_a_terminal_of_one_cell() -> None:
    with program(size=(1, 1)) as terminal:
        terminal.resize(24, 80)
        terminal.wait_for(LIST)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


def test_it_is_stopped_and_goes_on() -> None:
    with program() as terminal:
        terminal.wait_for(LIST)
        os.kill(terminal.pid, signal.SIGTSTP)
        until(lambda: state_of(terminal.pid) == "T")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.send("?")
        terminal.wait_for("esc closes")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_it_ends_when_it_is_told_to(number: signal.Signals) -> None:
    with program() as terminal:
        terminal.wait_for(LIST)
        os.kill(terminal.pid, number)
        assert terminal.wait_for_exit() == 128 + number
        assert "Traceback" not in terminal.text


def test_its_terminal_is_closed() -> None:
    with program() as terminal:
        terminal.wait_for(LIST)
        assert terminal.hang_up() == 128 + signal.SIGHUP
