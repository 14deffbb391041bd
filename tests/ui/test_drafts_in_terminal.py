"""Drafts of a program that was ended from outside."""

import os
import signal

import pytest

from tests.terminal import Terminal
from tests.ui.in_terminal import ENTER, F2, NAME, on_server, program, subject
from tui import locations
from tui.drafts.store import DraftStore
from tui.drafts.stored import StoredDraft

WAYS = ("SIGHUP", "SIGTERM", "closed")


def drafts() -> list[StoredDraft]:
    return DraftStore(locations.drafts_folder(), "sandbox:sandbox").all()


def change(terminal: Terminal, *, accept: bool) -> None:
    """Open the client and type a name."""
    terminal.wait_for(f"▌ {NAME}")
    terminal.send(ENTER)
    terminal.wait_for("clientName")
    terminal.send(ENTER)
    at_end_of(terminal, NAME)
    terminal.send(" anew")
    terminal.wait_for("first anew")
    if accept:
        terminal.send(ENTER)
        terminal.wait_for("1 changed")


def at_end_of(terminal: Terminal, text: str) -> None:
    """Wait until the cursor stands behind ``text``: it is being edited then."""
    terminal.wait_until(lambda: terminal.has_block_behind(text), f"cursor behind {text!r}")


def go_on_and_save(inum: str, *, accept: bool = False) -> None:
    """Start again: the draft is said, offered, and saved."""
    with program() as terminal:
        terminal.wait_for("1 client has unsaved changes")
        terminal.wait_for(f"▌ {NAME}")
        terminal.send(ENTER)
        terminal.wait_for("You have unsaved changes")
        terminal.send(ENTER)
        terminal.wait_for("first anew")
        if accept:
            terminal.wait_for("This was being typed")
            terminal.send(ENTER)
            at_end_of(terminal, "first anew")
            terminal.send(ENTER)
            terminal.wait_until(lambda: "✗" not in terminal.text, "mended name")
        terminal.wait_for("1 changed")
        terminal.send(F2)
        terminal.wait_for("Save AAA first anew?")
        terminal.send(F2)
        terminal.wait_for("Saved AAA first anew.")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    assert on_server(inum)["clientName"] == "AAA first anew"
    assert drafts() == []


def test_a_killed_program_loses_no_more_than_a_moment() -> None:
    inum = subject()
    with program() as terminal:
        change(terminal, accept=True)
        terminal.wait_until(
            lambda: [draft.name for draft in drafts()] == ["AAA first anew"], "draft on the disk"
        )
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.wait_for_exit() == -signal.SIGKILL
    assert on_server(inum)["clientName"] == NAME
    go_on_and_save(inum)


@pytest.mark.parametrize("way", WAYS)
def test_a_program_that_is_told_to_end_loses_nothing(way: str) -> None:
    inum = subject()
    with program() as terminal:
        change(terminal, accept=False)
        if way == "closed":
            assert terminal.hang_up() == 128 + signal.SIGHUP
        else:
            number = getattr(signal, way)
            os.kill(terminal.pid, number)
            assert terminal.wait_for_exit() == 128 + number
            assert "Traceback" not in terminal.text
    (draft,) = drafts()
    assert draft.draft.rejected["clientName"].text == "AAA first anew"
    assert on_server(inum)["clientName"] == NAME
    go_on_and_save(inum, accept=True)


def test_the_terminal_is_given_back_as_it_was() -> None:
    subject()
    script = 'before=$(stty -g); "$@"; echo "code $?"; [ "$before" = "$(stty -g)" ] && echo same'
    with program(wrapped_in=["sh", "-c", script, "sh"]) as terminal:
        change(terminal, accept=False)
        os.kill(child_of(terminal.pid), signal.SIGTERM)
        terminal.wait_for("code 143")
        terminal.wait_for("same")


def child_of(pid: int) -> int:
    """The only child of a process."""
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return int(file.read())


def test_a_hangup_that_was_to_be_ignored_ends_the_program_all_the_same() -> None:
    subject()
    with program(wrapped_in=["sh", "-c", 'trap "" HUP; exec "$@"', "sh"]) as terminal:
        change(terminal, accept=False)
        assert terminal.hang_up() == 128 + signal.SIGHUP
    assert len(drafts()) == 1
