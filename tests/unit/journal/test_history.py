import errno
import getpass
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.journal.support import numbered
from tui.journal.entry import Entry
from tui.journal.history import History
from tui.journal.journal import Journal
from tui.models.json import Json


class FailingJournal(Journal):
    """Raises ``failure`` while it is set."""

    failure: Exception | None = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def append(self, *entries: Entry) -> None:
        if self.failure:
            raise self.failure
        super().append(*entries)


def test_a_failure_is_told_once_until_it_works_again(tmp_path: Path) -> None:
    journal = FailingJournal(tmp_path)
    history = History(journal, "test")
    words = "The change was saved but could not be noted in the history: No space left on device."
    assert history.note(numbered(1)) == words
    assert history.note(numbered(2)) == ""
    journal.failure = None
    assert history.note(numbered(3)) == ""
    journal.failure = ValueError("the client is nested too deeply")
    assert history.note(numbered(4)).endswith("history: the client is nested too deeply.")
    assert [entry.name for entry in journal.entries()] == ["Client 3"]


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("a file is no folder")
    words = History(Journal(tmp_path / "journal"), "test").note(numbered(1))
    assert words.startswith("The change was saved but could not be noted in the history: ")


def test_who_changes_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "alice")
    origin = History(Journal(tmp_path), "prod").origin("https://jans.example", "1800.x")
    assert (origin.profile, origin.server) == ("prod", "https://jans.example")
    assert (origin.user, origin.client_id) == ("alice", "1800.x")


@pytest.mark.parametrize("failure", [KeyError("uid not found"), OSError("no such user")])
def test_a_user_without_a_name_is_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def nameless() -> str:
        raise failure

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert History(Journal(tmp_path), "x").origin("", "").user == str(os.getuid())


def test_one_that_cannot_be_noted_does_not_take_the_others_along(tmp_path: Path) -> None:
    deep: Json = {}
    for _ in range(100_000):
        deep = {"a": deep}
    journal = Journal(tmp_path)
    bad = replace(numbered(2), client={"deep": deep})
    words = History(journal, "test").note(numbered(1), bad, numbered(3))
    assert "nested too deeply" in words
    assert [entry.inum for entry in journal.entries()] == [numbered(3).inum, numbered(1).inum]
