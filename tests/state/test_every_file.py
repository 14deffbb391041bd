"""Each trouble with each file: nothing is destroyed, it is said, and the program goes on."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from tests.state.files import FILES, StateFile
from tests.state.troubles import ELSEWHERE, TROUBLES, Trouble
from tests.state.waiting import in_time
from tui.cli.main import main as run
from tui.launch import LaunchOptions

RESET = "jans-tui sandbox reset"
"""What sentences say to do where nothing is set aside unasked: a newer program needs it."""


def contents(home: Path) -> list[bytes]:
    """What is in all files of a folder."""
    return [
        path.read_bytes()
        for path in home.rglob("*")
        if not path.is_symlink() and stat.S_ISREG(path.lstat().st_mode)
    ]


def no_app(_options: LaunchOptions) -> int:
    raise AssertionError("it opens the full-screen program")


def look_at_sentences(told: list[str]) -> None:
    for sentence in told:
        assert sentence[0].isupper() or sentence.startswith(("/", "sandbox.localhost")), sentence
        assert sentence.endswith("."), sentence
        assert sentence.isprintable(), sentence
        assert not re.search(r"Traceback|Error\b|Exception|None\b|\bErrno|object at", sentence)


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("name", FILES)
def test_a_trouble_with_a_file(name: str, trouble: str, own_folders: Path) -> None:
    file = FILES[name]
    file.begin()
    assert file.path().is_file(), "there is nothing to be lost"
    go_through(file, TROUBLES[trouble], own_folders)


def go_through(file: StateFile, trouble: Trouble, home: Path) -> None:
    path = file.path()
    trouble.happen(file, home)
    there = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    with trouble.during(path):
        read, written = in_time(file.read), in_time(file.write)
        told = [*read, *written]
    look_at_sentences(told)
    # The database is no text: what can be used of it is, and changes in its place.
    if there and path.suffix != ".sqlite3":
        lines = set(there.split(b"\n"))
        assert any(lines <= set(one.split(b"\n")) for one in contents(home)), "it was destroyed"
    if (path / "mine").exists() or (home / ELSEWHERE).exists() or trouble.passes:
        assert contents(home), "others' files were destroyed"
    set_aside = [one for one in home.rglob("*unreadable*") if one.name != "unreadable.jsonl"]
    if set_aside:
        assert any("set aside" in sentence for sentence in told), told
    if trouble.passes:
        holds = in_time(file.holds)
        assert holds or written, "nothing was written, and nothing said"
        if holds:
            return
        if (home / ELSEWHERE).exists():
            path.parent.unlink()
            (home / ELSEWHERE).rename(path.parent)
        in_time(file.write)
    if any(RESET in sentence for sentence in told):
        assert run([*RESET.split()[1:], "--yes"], no_app) == 0
        in_time(file.write)
    assert in_time(file.holds), told
