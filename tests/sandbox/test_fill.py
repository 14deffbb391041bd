"""Made-up clients."""

from pathlib import Path

from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS
from tui.models.client import Client
from tui.sandbox.client_entry import complete, without_empties
from tui.sandbox.fill import fill
from tui.sandbox.made_up import made_up
from tui.sandbox.seed import INSTALLED
from tui.sandbox.settings import SandboxSettings


async def test_filling_continues_where_it_was(opened: Opener, folder: Path) -> None:
    settings = SandboxSettings(folder)
    assert fill(settings, 120) == 120
    assert fill(settings, 120) == 0
    assert fill(settings, 60) == 0
    assert fill(settings, 0) == 0
    door = opened()
    entry, _ = made_up(7)
    await door.call("DELETE", f"{CLIENTS}/{entry['inum']}")
    await door.patch(
        f"{CLIENTS}/{made_up(8)[0]['inum']}", {"op": "add", "path": "/clientName", "value": "kept"}
    )
    assert fill(settings, 150) == 31
    assert (await door.entry(CLIENTS))["totalEntriesCount"] == 158
    renamed = await door.entry(f"{CLIENTS}/{made_up(8)[0]['inum']}")
    assert renamed["clientName"] == "kept"


def test_they_are_varied_and_sound() -> None:
    made = [made_up(number) for number in range(1, 1001)]
    assert made == [made_up(number) for number in range(1, 1001)]
    entries = [entry for entry, _ in made]
    assert len({entry["inum"] for entry in entries}) == 1000
    for entry, secret in made:
        Client.model_validate(entry)
        assert without_empties(complete(entry, INSTALLED)) == entry
        assert (secret is not None) == str(entry["tokenEndpointAuthMethod"]).startswith("client_")
    assert 20 < sum(bool(entry["disabled"]) for entry in entries) < 200
    assert 20 < sum("expirationDate" in entry for entry in entries) < 300
    assert {str(entry["applicationType"]) for entry in entries} == {"web", "native"}
    assert len({str(entry["grantTypes"]) for entry in entries}) >= 6
    assert len({str(entry["tokenEndpointAuthMethod"]) for entry in entries}) == 6
    assert len({str(entry["clientIdIssuedAt"])[:4] for entry in entries}) >= 6
    assert any(not str(entry["clientName"]).isascii() for entry in entries)
