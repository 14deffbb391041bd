"""Two programs begin at the same moment in the same home, one of them in a mess of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.programs import run_together, waiting
from tests.state.files import FILES
from tests.state.troubles import TROUBLES
from tui import locations
from tui.drafts.store import DraftStore
from tui.journal.journal import Journal
from tui.registrations.vault import Vault
from tui.settings.file import SettingsFile

EACH = 8

PROGRAM = """
import asyncio, sys
from dataclasses import replace

from tests.registrations.test_vault import ONE
from tests.serving import START
from tests.state.files import STAGING, _write_token
from tests.unit.drafts.cases import SANDBOX, edited, stored
from tests.unit.journal.support import numbered
from tui import locations
from tui.drafts.store import DraftStore
from tui.journal.journal import Journal
from tui.registrations.vault import Vault
from tui.session import sandbox_api
from tui.settings.file import SettingsFile


async def work(who, each):
    async with sandbox_api(warn=print) as api:
        for number in range(each):
            name = f"{who}-{number}"
            await api.clients.create({**START, "clientName": name})
            SettingsFile().add(replace(STAGING, name=name))
            drafts = DraftStore(locations.drafts_folder(), SANDBOX)
            drafts.save(stored(edited(clientName=name), name))
            drafts.save(stored(edited(clientName="of both"), "both"))
            Journal(locations.state_folder() / "journal").append(numbered(number, name=name))
            vault = Vault()
            vault.prove()
            vault.save(replace(ONE, client_id=name))
            _write_token(name)
        found = await api.clients.page(pattern=f"{who}-", limit=200)
        assert found.total == each, found.total


print("ready", flush=True)
sys.stdin.readline()
asyncio.run(work(sys.argv[1], int(sys.argv[2])))
"""


def run_both() -> list[str]:
    """Let two programs write at once; return what they printed."""
    return run_together([waiting(PROGRAM, who, EACH) for who in ("one", "two")])


def nothing(_home: Path) -> None:
    """A new home."""


def mess(home: Path) -> None:
    """A home in which every file is damaged."""
    for file in FILES.values():
        file.begin()
    for file in FILES.values():
        TROUBLES["a page"].happen(file, home)


@pytest.mark.parametrize("begin", [nothing, mess])
def test_nothing_of_either_is_lost(begin: Callable[[Path], None], own_folders: Path) -> None:
    begin(own_folders)
    printed = run_both()
    names = {f"{who}-{number}" for who in ("one", "two") for number in range(EACH)}
    assert names <= set(SettingsFile().read().profiles)
    drafts = DraftStore(locations.drafts_folder(), "sandbox:sandbox")
    found = {draft.name for draft in drafts.all()}
    assert found == names | {"of both"}
    assert {
        entry.name for entry in Journal(locations.state_folder() / "journal").entries()
    } == names
    assert names <= {one.client_id for one in Vault().all()}
    assert FILES["token"].read() == []
    asides = [path.name for path in own_folders.rglob("*unreadable*") if path.suffix != ".jsonl"]
    assert len(asides) == len(set(asides)) == (0 if begin is nothing else len(FILES) - 1)
    assert len(printed) == (0 if begin is nothing else 5)
