import errno
import json
import os
import stat
import threading
from pathlib import Path

import pytest

from tests.unit.journal.support import CLIENT, ORIGIN, SECRET, numbered
from tests.unit.models.strategies import nested
from tui import locking
from tui.journal import journal as module
from tui.journal.entry import Entry
from tui.journal.journal import Journal
from tui.journal.making import created, deleted, edited
from tui.models.json import JsonObject


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state" / "journal")


def names(entries: list[Entry]) -> list[str]:
    return [entry.name for entry in entries]


def test_without_a_file_there_are_no_entries(journal: Journal) -> None:
    assert journal.entries() == []
    assert not journal.file.parent.exists()


def test_entries_come_back_newest_first(journal: Journal) -> None:
    for number in range(4):
        journal.append(numbered(number))
    assert journal.entries() == [numbered(3), numbered(2), numbered(1), numbered(0)]
    assert names(journal.entries(newest_first=False, limit=2)) == ["Client 0", "Client 1"]
    assert names(journal.entries(limit=1)) == ["Client 3"]
    assert journal.entries(limit=0) == []


def test_entries_of_one_client_of_one_server(journal: Journal) -> None:
    for number in range(6):
        journal.append(numbered(number))
    journal.append(numbered(6, server="https://elsewhere.example"))
    assert names(journal.entries(inum="c-0")) == ["Client 6", "Client 3", "Client 0"]
    here = "https://jans.example"
    assert names(journal.entries(server=here, inum="c-0")) == ["Client 3", "Client 0"]
    assert names(journal.entries(server=here, inum="c-0", limit=1)) == ["Client 3"]
    assert journal.entries(inum="nobody") == []


@pytest.mark.parametrize("name", ["two\nlines\r\x1b[2J", "\ud800", "\u2028\x85", "é" * 500, "\0"])
def test_foreign_names_are_one_line_of_ascii(journal: Journal, name: str) -> None:
    journal.append(numbered(1, name=name))
    journal.append(numbered(2))
    assert journal.file.read_bytes().isascii()
    assert journal.file.read_bytes().count(b"\n") == 2
    assert names(journal.entries()) == ["Client 2", name]


def test_only_the_owner_can_read_it(journal: Journal) -> None:
    before = os.umask(0)
    try:
        journal.append(numbered(1))
        with journal.file.open("ab") as file:
            file.write(b"strange\n")
        small = Journal(journal.file.parent, most=1)
        small.append(numbered(2))
    finally:
        os.umask(before)
    assert stat.S_IMODE(journal.file.parent.stat().st_mode) == 0o700
    files = sorted(path.name for path in journal.file.parent.iterdir())
    assert files == ["entries.jsonl", "lock", "unreadable.jsonl"]
    for path in journal.file.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_file_that_others_could_read_is_closed_to_them(journal: Journal) -> None:
    journal.append(numbered(1))
    journal.file.chmod(0o644)
    journal.append(numbered(2))
    assert stat.S_IMODE(journal.file.stat().st_mode) == 0o600


def test_no_secret_is_in_the_file(journal: Journal) -> None:
    sent: list[JsonObject] = [
        {"op": "add", "path": "/clientSecret", "value": SECRET},
        {"op": "add", "path": "/attributes", "value": CLIENT["attributes"]},
    ]
    journal.append(created(ORIGIN, CLIENT))
    journal.append(edited(ORIGIN, {}, CLIENT, sent))
    journal.append(deleted(ORIGIN, CLIENT))
    for path in journal.file.parent.iterdir():
        assert SECRET.encode() not in path.read_bytes()
    assert len(journal.entries()) == 3


# Lines that are no entries


def test_a_torn_last_line_is_passed_over_and_ended(journal: Journal) -> None:
    journal.append(numbered(1))
    journal.append(numbered(2))
    whole = journal.file.read_bytes()
    torn = whole[:-40]
    journal.file.write_bytes(torn)
    assert names(journal.entries()) == ["Client 1"]
    journal.append(numbered(3))
    assert names(journal.entries()) == ["Client 3", "Client 1"]
    assert journal.file.read_bytes().startswith(torn + b"\n")


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_last_line_without_its_end_is_read(journal: Journal, cut: int) -> None:
    journal.append(numbered(1))
    journal.file.write_bytes(journal.file.read_bytes()[:-cut])
    assert len(journal.entries()) == (1 if cut == 1 else 0)


STRANGE = [
    b"",
    b"   ",
    b"not json",
    b"\xff\xfe\x00",
    b"[1, 2]",
    b'{"kind": "edit"}',
    b'{"kind": 5, "time": "2026-06-15T12:00:00Z"}',
    b"[" * 100_000,
    b"9" * 10_000,
    b"\x00" * 50,
]


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_lines_are_passed_over(journal: Journal, strange: bytes) -> None:
    journal.append(numbered(1))
    with journal.file.open("ab") as file:
        file.write(strange + b"\n")
    journal.append(numbered(2))
    assert names(journal.entries()) == ["Client 2", "Client 1"]


def test_strange_lines_are_kept_aside_when_the_journal_is_cut(tmp_path: Path) -> None:
    journal = Journal(tmp_path, most=20)
    journal.append(numbered(0))
    with journal.file.open("ab") as file:
        file.writelines(line + b"\n" for line in STRANGE)
    for number in range(1, 21):
        journal.append(numbered(number))
    kept = [line for line in STRANGE if line.strip()]
    assert journal.aside.read_bytes().splitlines() == kept
    assert b"not json" not in journal.file.read_bytes()
    assert names(journal.entries(limit=2)) == ["Client 20", "Client 19"]


# How much is kept


def test_the_newest_entries_are_kept(tmp_path: Path) -> None:
    journal = Journal(tmp_path, most=8)
    for number in range(100):
        journal.append(numbered(number))
        assert journal.file.read_bytes().count(b"\n") <= 8
    found = names(journal.entries())
    assert 6 <= len(found) <= 8
    assert found == [f"Client {number}" for number in range(99, 99 - len(found), -1)]


def test_the_file_does_not_grow_beyond_its_bound(tmp_path: Path) -> None:
    journal = Journal(tmp_path, most_bytes=20_000)
    for number in range(30):
        journal.append(numbered(number, name="x" * 3_000))
        assert journal.file.stat().st_size <= 20_000
    assert 4 <= len(journal.entries()) <= 6


def test_the_newest_entry_is_kept_however_large_it_is(tmp_path: Path) -> None:
    journal = Journal(tmp_path, most_bytes=2_000)
    journal.append(numbered(1))
    journal.append(numbered(2, name="x" * 5_000))
    assert [len(entry.name) for entry in journal.entries()] == [5_000]
    journal.append(numbered(3))
    assert names(journal.entries()) == ["Client 3"]


def test_what_newer_programs_noted_is_kept_as_it_is(tmp_path: Path) -> None:
    journal = Journal(tmp_path, most=4)
    line = json.dumps({"kind": "bulk", "time": "2026-06-15T12:00:00Z", "new": [1.0]}).encode()
    for number in range(4):
        journal.append(numbered(number))
    with journal.file.open("ab") as file:
        file.write(line + b"\n")
    journal.append(numbered(5))
    assert line in journal.file.read_bytes().splitlines()
    assert [entry.kind for entry in journal.entries()][:2] == ["edit", "bulk"]


# What can fail


@pytest.mark.parametrize("written", [0, 7])
def test_a_full_disk_leaves_the_journal_as_it_was(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    journal.append(numbered(1))
    before = journal.file.read_bytes()
    write = os.write

    def full(handle: int, data: bytes) -> int:
        if written == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, data[:written])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            journal.append(numbered(2))
    assert journal.file.read_bytes() == before
    journal.append(numbered(3))
    assert names(journal.entries()) == ["Client 3", "Client 1"]


def test_what_cannot_be_cut_is_still_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    journal = Journal(tmp_path, most=2)
    with monkeypatch.context() as patch:
        patch.setattr(module, "write_private", full)
        for number in range(5):
            journal.append(numbered(number))
    assert len(journal.entries()) == 5
    journal.append(numbered(5))
    assert names(journal.entries()) == ["Client 5"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        Journal(tmp_path / "file" / "journal").append(numbered(1))


def test_what_json_cannot_say_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="nested too deeply"):
        journal.append(numbered(1, client={"a": nested(5_000)}))
    with pytest.raises(ValueError, match="digits"):
        journal.append(numbered(1, client={"a": 10**5000}))
    assert journal.entries() == []


def test_a_program_that_holds_the_lock_is_waited_for_but_not_for_ever(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(numbered(1))
    monkeypatch.setattr(locking, "PATIENCE", 0.05)
    with (
        locking.locked(journal.file.parent / "lock"),
        pytest.raises(OSError, match="Another program"),
    ):
        journal.append(numbered(2))
    journal.append(numbered(3))
    assert names(journal.entries()) == ["Client 3", "Client 1"]


def test_the_lock_is_waited_for(journal: Journal) -> None:
    journal.append(numbered(1))
    waiting = threading.Thread(target=journal.append, args=(numbered(2),))
    with locking.locked(journal.file.parent / "lock"):
        waiting.start()
        assert names(journal.entries()) == ["Client 1"]
    waiting.join()
    assert names(journal.entries()) == ["Client 2", "Client 1"]
