"""When a draft is written."""

import asyncio
import threading
from pathlib import Path

import pytest

from tests.unit.drafts.cases import SANDBOX, edited, stored
from tui.drafts import keeper as keeping
from tui.drafts.keeper import DraftKeeper
from tui.drafts.store import DraftError, DraftStore
from tui.drafts.stored import StoredDraft
from tui.forms.draft import Draft


class Disk(DraftStore):
    """A store that remembers what it was asked, and can be slow or full."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, SANDBOX)
        self.saves: list[str] = []
        self.removals = 0
        self.full = False
        self.gate = threading.Event()
        self.gate.set()
        self.reached = threading.Event()
        self.written = threading.Event()

    def save(self, draft: StoredDraft) -> None:
        self.reached.set()
        assert self.gate.wait(10)
        if self.full:
            raise DraftError("Drafts can't be kept: full.")
        self.saves.append(draft.name)
        super().save(draft)
        self.written.set()

    def remove(self, inum: str) -> None:
        self.removals += 1
        super().remove(inum)


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "drafts")


def kept(disk: Disk, draft: Draft | None = None) -> tuple[DraftKeeper, Draft]:
    draft = draft or edited(clientName="New")
    return DraftKeeper(disk, "1234", draft), draft


async def until_written(disk: Disk) -> None:
    assert await asyncio.to_thread(disk.written.wait, 10)


async def test_changes_are_written_a_moment_later_the_last_ones_included(disk: Disk) -> None:
    keeper, draft = kept(disk)
    keeper.changed()
    assert disk.saves == []
    draft.set("clientName", "Newer")
    keeper.changed()
    await until_written(disk)
    assert disk.saves == ["Newer"]


async def test_typing_on_and_on_does_not_put_off_the_write(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PAUSE", 0.02)
    keeper, draft = kept(disk)
    async with asyncio.timeout(10):
        number = 0
        while not disk.saves:
            number += 1
            draft.set("clientName", f"New {number}")
            keeper.changed()
            await asyncio.sleep(0)


async def test_flushing_writes_at_once_and_the_same_only_once(disk: Disk) -> None:
    keeper, _ = kept(disk)
    await keeper.flush()
    await keeper.flush()
    assert disk.saves == ["New"]


async def test_what_was_on_the_disk_already_is_not_written_again(disk: Disk) -> None:
    draft = edited(clientName="New")
    written = stored(draft)
    disk.save(written)
    keeper = DraftKeeper(disk, "1234", draft, written)
    await keeper.flush()
    assert disk.saves == ["New"]
    loaded = disk.load("1234")
    assert loaded is not None
    assert loaded.time == written.time


async def test_what_equals_the_original_again_is_removed(disk: Disk) -> None:
    keeper, draft = kept(disk)
    await keeper.flush()
    assert disk.load("1234") is not None
    draft.revert("clientName")
    await keeper.flush()
    assert disk.load("1234") is None


async def test_what_was_forgotten_is_gone_for_good(disk: Disk) -> None:
    keeper, _ = kept(disk)
    await keeper.flush()
    await keeper.forget()
    assert disk.load("1234") is None
    keeper.changed()
    await keeper.flush()
    keeper.write_now()
    assert disk.load("1234") is None


async def test_what_is_being_typed_is_kept(disk: Disk) -> None:
    keeper, _ = kept(disk, edited())
    keeper.typing = lambda: {"description": "Once upon"}
    await keeper.flush()
    loaded = disk.load("1234")
    assert loaded is not None
    assert loaded.draft.rejected["description"].text == "Once upon"


async def test_writing_now_needs_no_loop_and_is_the_last_word(disk: Disk) -> None:
    keeper, draft = kept(disk)
    keeper.changed()
    keeper.write_now()
    assert disk.saves == ["New"]
    draft.set("clientName", "Later")
    keeper.changed()
    await keeper.flush()
    assert disk.saves == ["New"]


async def test_a_slow_write_does_not_come_in_after_a_later_one(disk: Disk) -> None:
    keeper, draft = kept(disk)
    disk.gate.clear()
    slow = asyncio.create_task(keeper.flush())
    assert await asyncio.to_thread(disk.reached.wait, 10)
    draft.set("clientName", "Newer")
    later = asyncio.create_task(asyncio.to_thread(keeper.write_now))
    disk.gate.set()
    await asyncio.gather(slow, later)
    loaded = disk.load("1234")
    assert loaded is not None
    assert loaded.name == "Newer"


async def test_a_failure_is_told_once_and_the_next_write_may_succeed(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PAUSE", 0)
    keeper, draft = kept(disk)
    told: list[str] = []
    arrived = asyncio.Event()

    def failed(sentence: str) -> None:
        told.append(sentence)
        arrived.set()

    keeper.failed = failed
    disk.full = True
    keeper.changed()
    async with asyncio.timeout(10):
        await arrived.wait()
    with pytest.raises(DraftError):
        await keeper.flush()
    keeper.write_now()
    assert told == ["Drafts can't be kept: full."]
    keeper, draft = kept(disk)
    disk.full = False
    draft.set("clientName", "Newer")
    await keeper.flush()
    assert disk.saves == ["Newer"]
