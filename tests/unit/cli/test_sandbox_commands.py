"""``jans-tui sandbox fill`` and ``reset``."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.shell import JANS_TUI, environment, jans_tui
from tests.terminal import Terminal
from tui.sandbox.store import FILE


def clients(folder: Path) -> set[str]:
    """Return the ids of the clients in the sandbox's database."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        return {inum for (inum,) in connection.execute("SELECT inum FROM clients")}


def test_fill_adds_clients_until_there_are_so_many(tmp_path: Path) -> None:
    done = jans_tui("sandbox", "fill", "3", "--data", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Added 3 of 3 made-up clients; ")
    assert str(tmp_path) in done.stdout
    three = clients(tmp_path)
    done = jans_tui("sandbox", "fill", "5", "--data", str(tmp_path))
    assert done.stdout.startswith("Added 2 of 5 made-up clients; ")
    assert three < clients(tmp_path)
    assert len(clients(tmp_path) - three) == 2


def test_fill_uses_the_folder_that_locate_names() -> None:
    named = dict(line.split(maxsplit=1) for line in jans_tui("locate").stdout.splitlines())
    assert jans_tui("sandbox", "fill", "1").returncode == 0
    folder = Path(named["sandbox"])
    assert clients(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("count", ["0", "-1", "many", "1.5", "1000001", ""])
def test_fill_wants_a_number(count: str, tmp_path: Path) -> None:
    done = jans_tui("sandbox", "fill", count, "--data", str(tmp_path / "sandbox"))
    assert done.returncode == 2
    assert not (tmp_path / "sandbox").exists()


@pytest.mark.parametrize("verb", [["fill", "1"], ["reset", "--yes"]])
def test_a_folder_that_cannot_be_is_a_sentence(verb: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = jans_tui("sandbox", *verb, "--data", str(tmp_path / "file" / "below"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("jans-tui: ")
    assert done.stderr.count("\n") == 1


def test_what_is_damaged_is_set_aside_and_said(tmp_path: Path) -> None:
    for name in (FILE, "credentials.json"):
        (tmp_path / name).write_bytes(b"no database " * 1000)
    done = jans_tui("sandbox", "fill", "1", "--data", str(tmp_path))
    assert done.returncode == 0
    for name in (FILE, "credentials.json"):
        aside = tmp_path / f"{name}.unreadable"
        assert f"It was set aside as {aside}." in done.stderr
        assert aside.read_bytes() == b"no database " * 1000
    assert clients(tmp_path)


def test_a_database_of_a_newer_version_is_a_sentence_and_reset_begins_anew(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    done = jans_tui("sandbox", "fill", "1", "--data", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith(f"jans-tui: the sandbox in {tmp_path} cannot be used: ")
    assert "begin anew with jans-tui sandbox reset." in done.stderr
    assert jans_tui("sandbox", "reset", "--yes", "--data", str(tmp_path)).returncode == 0
    assert clients(tmp_path)


def test_reset_without_a_terminal_needs_yes(tmp_path: Path) -> None:
    jans_tui("sandbox", "fill", "3", "--data", str(tmp_path))
    before = clients(tmp_path)
    done = jans_tui("sandbox", "reset", "--data", str(tmp_path), text="y\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "add --yes" in done.stderr
    assert clients(tmp_path) == before


def test_reset_with_yes_leaves_the_first_state_and_the_credentials(tmp_path: Path) -> None:
    done = jans_tui("sandbox", "reset", "-y", "--data", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, f"The sandbox in {tmp_path} is as new.\n")
    first = clients(tmp_path)
    credentials = json.loads((tmp_path / "credentials.json").read_text())
    jans_tui("sandbox", "fill", "3", "--data", str(tmp_path))
    assert clients(tmp_path) > first
    assert jans_tui("sandbox", "reset", "--yes", "--data", str(tmp_path)).returncode == 0
    assert clients(tmp_path) == first
    assert json.loads((tmp_path / "credentials.json").read_text()) == credentials


@pytest.mark.parametrize(
    ("answer", "code", "gone"),
    [("y\r", 0, True), ("YES\r", 0, True), ("n\r", 130, False), ("\r", 130, False)],
)
def test_reset_asks_in_a_terminal(answer: str, code: int, gone: bool, tmp_path: Path) -> None:
    jans_tui("sandbox", "fill", "3", "--data", str(tmp_path))
    before = clients(tmp_path)
    argv = [*JANS_TUI, "sandbox", "reset", "--data", str(tmp_path)]
    with Terminal(argv, env=environment(), size=(24, 200)) as terminal:
        terminal.wait_for("[y/N]")
        terminal.send(answer)
        assert terminal.wait_for_exit() == code
        assert ("nothing was changed" in terminal.text) is not gone
    assert (clients(tmp_path) < before) is gone


def test_ctrl_c_at_the_question_changes_nothing(tmp_path: Path) -> None:
    jans_tui("sandbox", "fill", "3", "--data", str(tmp_path))
    before = clients(tmp_path)
    argv = [*JANS_TUI, "sandbox", "reset", "--data", str(tmp_path)]
    with Terminal(argv, env=environment(), size=(24, 200)) as terminal:
        terminal.wait_for("[y/N]")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 130
        assert "Traceback" not in terminal.text
    assert clients(tmp_path) == before


def test_sandbox_alone_says_what_is_missing() -> None:
    done = jans_tui("sandbox")
    assert (done.returncode, done.stdout) == (2, "")
    assert "fill or reset" in done.stderr
