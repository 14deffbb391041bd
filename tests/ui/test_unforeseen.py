"""Failures that nobody foresaw, in a real terminal: no traceback reaches a person."""

import sys

from tests.shell import environment
from tests.terminal import Terminal
from tui.locations import state_folder

PROGRAM = """
import sys
from textual import work
from tui.app import run
from tui.launch import LaunchOptions
from tui.screens.clients import ClientsScreen
from tui.screens.history import HistoryScreen

def in_a_handler(self):
    raise RuntimeError("the widget broke")

@work
async def in_a_worker(self):
    raise RuntimeError("the worker broke")

ClientsScreen.action_sort = in_a_handler
def no_bar(self, kind):
    raise RuntimeError("the history broke")

ClientsScreen.action_refresh = in_a_worker
HistoryScreen.query_one = no_bar
HistoryScreen.on_mount = HistoryScreen._load
sys.exit(run(LaunchOptions()))
"""


def start() -> Terminal:
    return Terminal([sys.executable, "-c", PROGRAM], env=environment(), size=(24, 80))


def test_a_worker_that_fails_is_told_and_the_program_goes_on() -> None:
    with start() as terminal:
        terminal.wait_for("Jans TUI Client")
        terminal.send("r")
        terminal.wait_for("That did not work")
        terminal.send("?")
        terminal.wait_for("Open the client under the cursor")


def test_a_history_that_fails_is_told_and_can_be_left() -> None:
    with start() as terminal:
        terminal.wait_for("Jans TUI Client")
        terminal.send("H")
        terminal.wait_for("That did not work")
        terminal.send("\x1b")
        terminal.wait_for("Jans TUI Client")


def test_a_widget_that_fails_ends_the_program_with_a_sentence() -> None:
    with start() as terminal:
        terminal.wait_for("Jans TUI Client")
        terminal.send("s")
        assert terminal.wait_for_exit() == 1
        assert "something went wrong that should not have (RuntimeError)" in terminal.text
        assert "Traceback" not in terminal.text
    assert "the widget broke" in (state_folder() / "crash.txt").read_text()


LEAVING = """
import sys
from tui.app import JansTui, run
from tui.launch import LaunchOptions
from tui.screens.clients import ClientsScreen

def leave_and_fail(self):
    self.app.exit(0)
    raise RuntimeError("the screen was taken down")

ClientsScreen.action_sort = leave_and_fail
sys.exit(run(LaunchOptions()))
"""


def test_what_fails_while_the_program_is_left_is_noted_and_changes_nothing() -> None:
    argv = [sys.executable, "-c", LEAVING]
    with Terminal(argv, env=environment(), size=(24, 80)) as terminal:
        terminal.wait_for("Jans TUI Client")
        terminal.send("s")
        assert terminal.wait_for_exit() == 0
        assert "something went wrong" not in terminal.text
    assert "the screen was taken down" in (state_folder() / "crash.txt").read_text()
