import os
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

PYTHON = sys.executable


def test_the_screen_shows_what_the_program_wrote_where_it_wrote_it() -> None:
    with Terminal(["printf", r"top\033[5;10Hfifth"]) as terminal:
        assert terminal.wait_for_exit() == 0
        lines = terminal.text.split("\n")
        assert len(lines) == 24
        assert lines[0] == "top"
        assert lines[4] == " " * 9 + "fifth"


def test_a_key_reaches_the_program_and_its_exit_code_comes_back() -> None:
    code = "import sys; print('ready'); sys.exit(len(input()))"
    with Terminal([PYTHON, "-c", code]) as terminal:
        terminal.wait_for("ready")
        terminal.send("seven77\r")
        assert terminal.wait_for_exit() == 7


def test_the_program_has_a_terminal_for_all_three_streams_and_as_its_own() -> None:
    code = (
        "import os; tty = os.open('/dev/tty', os.O_RDWR);"
        "print([os.isatty(n) for n in (0, 1, 2)], os.tcgetpgrp(tty) == os.getpgrp())"
    )
    with Terminal([PYTHON, "-c", code]) as terminal:
        terminal.wait_for("[True, True, True] True")


def test_ctrl_c_interrupts() -> None:
    code = "import signal; signal.signal(2, signal.SIG_DFL); print('ready'); signal.pause()"
    with Terminal([PYTHON, "-c", code]) as terminal:
        terminal.wait_for("ready")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == -2


def test_resizing_tells_the_program() -> None:
    code = (
        "import os, signal;"
        "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGWINCH});"
        "print(os.get_terminal_size());"
        "signal.sigwait({signal.SIGWINCH});"
        "print(os.get_terminal_size())"
    )
    with Terminal([PYTHON, "-c", code], size=(12, 40)) as terminal:
        terminal.wait_for("columns=40, lines=12")
        terminal.resize(40, 120)
        terminal.wait_for("columns=120, lines=40")
        assert len(terminal.text.split("\n")) == 40


def test_a_terminal_answers_where_its_cursor_is() -> None:
    code = (
        "import sys, tty; tty.setraw(0); sys.stdout.write('\\x1b[3;4H\\x1b[6n');"
        "sys.stdout.flush(); print(repr(sys.stdin.read(6)))"
    )
    with Terminal([PYTHON, "-c", code]) as terminal:
        terminal.wait_for(r"'\x1b[3;4R'")


def test_a_drawn_cursor_is_seen() -> None:
    with Terminal(["printf", r"one two\033[44m \033[0m end"]) as terminal:
        terminal.wait_for("end")
        assert terminal.has_block_behind("two")
        assert not terminal.has_block_behind("one")
        assert not terminal.has_block_behind("three")


def test_waiting_in_vain_shows_the_screen() -> None:
    with Terminal(["cat"]) as terminal:
        terminal.send("typed")
        terminal.wait_for("typed")
        with pytest.raises(AssertionError, match=r"(?s)no 'absent' after 0\.2 s.*typed"):
            terminal.wait_for("absent", timeout=0.2)


def test_waiting_stops_early_when_the_program_has_ended() -> None:
    with (
        Terminal(["echo", "gone"]) as terminal,
        pytest.raises(AssertionError, match=r"(?s)ended without 'absent'.*gone"),
    ):
        terminal.wait_for("absent", timeout=600)


def test_waiting_for_an_exit_that_does_not_come() -> None:
    with Terminal(["cat"]) as terminal, pytest.raises(AssertionError, match="still running"):
        terminal.wait_for_exit(timeout=0.2)


def test_environment_and_folder_are_the_given_ones(tmp_path: Path) -> None:
    code = "import os; print(os.environ['TERM'], os.environ.get('HOME'), os.getcwd()[-9:])"
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with Terminal([PYTHON, "-c", code], env={"TERM": "dumb"}, cwd=folder) as terminal:
        terminal.wait_for("dumb None elsewhere")


def test_leaving_ends_a_program_that_hears_no_hangup() -> None:
    with Terminal(["sh", "-c", "trap '' HUP TERM INT; echo ready; cat"]) as terminal:
        terminal.wait_for("ready")
        pid = terminal.pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_hanging_up_is_heard() -> None:
    with Terminal(["sh", "-c", "trap 'exit 5' HUP; echo ready; while :; do sleep 0.05; done"]) as t:
        t.wait_for("ready")
        assert t.hang_up() == 5


def test_a_program_that_goes_on_after_the_hang_up_is_ended() -> None:
    with Terminal(["sh", "-c", "trap '' HUP; echo ready; sleep 600"]) as terminal:
        terminal.wait_for("ready")
        pid = terminal.pid
        with pytest.raises(AssertionError, match="still running"):
            terminal.hang_up(timeout=0.2)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
