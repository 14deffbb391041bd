"""Opening a data folder: older ones are brought up to date, and nobody is locked out."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.conftest import Opener
from tests.sandbox.signed_in import opens, sign_in
from tests.sandbox.support import CLIENTS, Door
from tui.sandbox.schema import VERSION


def back_to_the_first_version(folder: Path) -> None:
    connection = sqlite3.connect(folder / "sandbox.sqlite3")
    connection.execute("DROP INDEX tokens_client")
    connection.execute("DROP INDEX clients_certificates")
    for column in ("kind", "grant_id", "role"):
        connection.execute(f"ALTER TABLE tokens DROP COLUMN {column}")
    newer = ("assertions", "device_codes", "authorizations", "uma_resources", "ssas", "properties")
    for table in newer:
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def version(folder: Path) -> int:
    connection = sqlite3.connect(folder / "sandbox.sqlite3")
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return int(found)


async def test_a_folder_of_the_first_version(opened: Opener, folder: Path) -> None:
    before = opened()
    token = await before.token()
    before.sandbox.close()
    back_to_the_first_version(folder)
    after = opened()
    assert await opens(after, token, CLIENTS)
    assert await opens(after, (await sign_in(after))["access_token"], CLIENTS) is False
    assert version(folder) == VERSION


async def test_a_folder_of_a_newer_version(opened: Opener, folder: Path) -> None:
    connection = sqlite3.connect(folder / "sandbox.sqlite3")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    answer = await opened().http.get(CLIENTS, headers={"Authorization": "Bearer x"})
    assert answer.status_code == 500
    assert "made by a newer version of this program" in answer.json()["message"]
    assert version(folder) == VERSION + 1


async def test_a_database_of_nothing_is_set_aside(opened: Opener, folder: Path) -> None:
    connection = sqlite3.connect(folder / "sandbox.sqlite3")
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    told: list[str] = []
    door = opened(warn=told.append)
    assert await opens(door, await door.token(), CLIENTS)
    assert len(told) == 1
    assert (folder / "sandbox.sqlite3.unreadable").is_file()


@pytest.mark.parametrize(
    "changes",
    [
        {"disabled": True},
        {"clientSecret": "another"},
        {"grantTypes": ["authorization_code"]},
        {"grantTypes": []},
        {"tokenEndpointAuthMethod": "private_key_jwt"},
        {
            "tokenEndpointAuthMethod": "private_key_jwt",
            "attributes": {"additionalTokenEndpointAuthMethods": ["client_secret_post"]},
        },
    ],
)
async def test_the_own_client_is_let_in_again(
    opened: Opener, door: Door, changes: dict[str, Any]
) -> None:
    own = f"{CLIENTS}/{door.credentials.client_id}"
    operations = [
        {"op": "add", "path": f"/{name}", "value": value} for name, value in changes.items()
    ]
    answer = await door.patch(own, *operations)
    assert answer.status_code == 200, answer.text
    door.bearer = ""
    with pytest.raises(AssertionError):
        await door.token()
    door.sandbox.close()
    again = opened()
    assert await again.token()
    entry = await again.entry(own)
    assert entry["tokenEndpointAuthMethod"] == changes.get(
        "tokenEndpointAuthMethod", "client_secret_basic"
    )
    assert set(changes.get("grantTypes", [])) <= set(entry["grantTypes"])
    more = changes.get("attributes", {}).get("additionalTokenEndpointAuthMethods", [])
    assert set(more) <= set(entry["allAuthenticationMethods"])
