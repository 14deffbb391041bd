"""The folder of drafts."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.unit.drafts.cases import NOON, OTHER, SANDBOX, SECRETS, edited, stored
from tui.drafts.store import DraftError, DraftStore


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path / "state" / "drafts", SANDBOX)


def the_file(store: DraftStore) -> Path:
    (path,) = store.folder.glob("*.json")
    return path


def test_what_was_saved_is_there_and_then_removed(store: DraftStore) -> None:
    assert store.load("1234") is None
    assert store.all() == []
    kept = stored(edited(clientName="New"))
    store.save(kept)
    loaded = store.load("1234")
    assert kept.same_edits(loaded)
    store.remove("1234")
    assert store.load("1234") is None
    store.remove("1234")


def test_files_are_private(store: DraftStore) -> None:
    before = os.umask(0)
    try:
        store.save(stored(edited(clientName="New")))
    finally:
        os.umask(before)
    assert the_file(store).stat().st_mode & 0o777 == 0o600
    assert store.folder.stat().st_mode & 0o777 == 0o700


def test_no_secret_is_in_any_file(store: DraftStore) -> None:
    store.save(stored(edited(clientName="New", clientSecret="the-new-secret")))
    found = b"".join(path.read_bytes() for path in store.folder.iterdir())
    assert b"New" in found
    assert not [secret for secret in SECRETS if secret.encode() in found]


def test_a_later_save_takes_the_place_of_the_older(store: DraftStore) -> None:
    store.save(stored(edited(clientName="New")))
    store.save(stored(edited(clientName="Newer")))
    assert [draft.name for draft in store.all()] == ["Newer"]


def test_the_newest_comes_first(store: DraftStore) -> None:
    for hours, inum in ((1, "a"), (3, "b"), (2, "c")):
        store.save(stored(edited(clientName=inum), inum, time=NOON + timedelta(hours=hours)))
    assert [draft.inum for draft in store.all()] == ["b", "c", "a"]


@pytest.mark.parametrize("inum", ["", "../../../etc/passwd", "a/b", "\x00", "x" * 5000, "\ud800"])
def test_odd_ids_make_no_odd_files(store: DraftStore, inum: str) -> None:
    store.save(stored(edited(clientName="New"), inum))
    assert the_file(store).parent == store.folder
    loaded = store.load(inum)
    assert loaded is not None
    assert loaded.inum == inum


def test_profiles_do_not_mix(store: DraftStore) -> None:
    other = DraftStore(store.folder, OTHER)
    store.save(stored(edited(clientName="Mine")))
    other.save(stored(edited(clientName="Theirs"), profile=OTHER))
    assert [draft.name for draft in store.all()] == ["Mine"]
    assert [draft.name for draft in other.all()] == ["Theirs"]
    other.remove("1234")
    assert store.load("1234") is not None
    with pytest.raises(ValueError, match="does not belong"):
        store.save(stored(edited(clientName="Theirs"), profile=OTHER))


def test_a_torn_file_is_set_aside_and_not_destroyed(store: DraftStore) -> None:
    store.save(stored(edited(clientName="New")))
    path = the_file(store)
    torn = path.read_bytes()[:100]
    path.write_bytes(torn)
    assert store.load("1234") is None
    (aside,) = store.set_aside
    assert aside.name.endswith(".unreadable")
    assert aside.read_bytes() == torn
    assert not path.exists()


def test_each_file_that_is_set_aside_has_a_name_of_its_own(store: DraftStore) -> None:
    store.save(stored(edited(clientName="New")))
    path = the_file(store)
    for content in (b"one", b"two", b"three"):
        path.write_bytes(content)
        assert store.all() == []
    assert [aside.read_bytes() for aside in store.set_aside] == [b"one", b"two", b"three"]


def test_the_draft_of_another_client_in_this_place_is_set_aside(store: DraftStore) -> None:
    store.save(stored(edited(clientName="New")))
    path = the_file(store)
    store.save(stored(edited(clientName="Else"), "else"))
    (other,) = set(store.folder.glob("*.json")) - {path}
    other.replace(path)
    assert store.load("1234") is None
    assert len(store.set_aside) == 1


@pytest.mark.parametrize("kind", ["folder", "fifo", "link", "loop"])
def test_what_is_no_file_is_set_aside(store: DraftStore, kind: str, tmp_path: Path) -> None:
    store.save(stored(edited(clientName="New")))
    path = the_file(store)
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    else:
        path.symlink_to(elsewhere if kind == "link" else path)
    assert store.load("1234") is None
    assert len(store.set_aside) == 1
    assert elsewhere.is_file()
    store.save(stored(edited(clientName="New")))
    assert store.load("1234") is not None


def test_files_of_others_are_left_alone(store: DraftStore) -> None:
    store.save(stored(edited(clientName="New")))
    note = store.folder / "note.json"
    note.write_text("mine")
    assert len(store.all()) == 1
    assert note.read_text() == "mine"
    assert store.set_aside == []


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    store = DraftStore(tmp_path / "state" / "drafts", SANDBOX)
    with pytest.raises(DraftError, match=r"^Drafts can't be kept: .+\.$"):
        store.save(stored(edited(clientName="New")))
    assert store.all() == []
    assert store.load("1234") is None
    store.remove("1234")


def test_a_full_disk_is_a_sentence_and_the_old_draft_stands(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(stored(edited(clientName="New")))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DraftError, match=r"^Drafts can't be kept: No space left on device\.$"):
        store.save(stored(edited(clientName="Newer")))
    assert [draft.name for draft in store.all()] == ["New"]
    assert len(list(store.folder.iterdir())) == 1
