"""PATCH ``/openid/clients/{inum}`` (RFC 6902)."""

import json
from typing import Any

import pytest

from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, INTERNAL, Door


@pytest.fixture
async def path(door: Door) -> str:
    made = await door.create(
        inum="mine",
        clientName="before",
        contacts=["ops@rp.example"],
        clientIdIssuedAt="2026-01-02T00:00:00",
    )
    return f"{CLIENTS}/{made['inum']}"


def add(path: str, value: Any) -> dict[str, Any]:
    return {"op": "add", "path": path, "value": value}


async def test_only_what_is_named_changes(door: Door, path: str) -> None:
    before = await door.entry(path)
    answer = await door.patch(
        path,
        {"op": "replace", "path": "/disabled", "value": True},
        add("/accessTokenLifetime", 600),
        add("/redirectUris/-", "https://rp.example/2"),
        {"op": "replace", "path": "/attributes/requirePkce", "value": True},
        {"op": "replace", "path": "/attributes/evidence", "value": "e"},
        add("/attributes/postAuthnScripts/-", "inum=A910-56AB,ou=scripts,o=jans"),
        add("/scopes", ["never checked"]),
        add("/newMember", [1]),
        {"op": "test", "path": "/clientName", "value": "before"},
    )
    assert answer.status_code == 200
    expected = before | {
        "disabled": True,
        "accessTokenLifetime": 600,
        "redirectUris": ["https://rp.example/cb", "https://rp.example/2"],
        "scopes": ["never checked"],
        "newMember": [1],
        "attributes": before["attributes"]
        | {
            "requirePkce": True,
            "evidence": "e",
            "postAuthnScripts": ["inum=A910-56AB,ou=scripts,o=jans"],
        },
    }
    assert answer.json() == expected
    assert await door.entry(path) == expected


async def test_the_answer_is_not_read_back(door: Door, path: str) -> None:
    answer = await door.patch(path, add("/contacts", []), add("/description", ""))
    assert (answer.json()["contacts"], answer.json()["description"]) == ([], "")
    stored = await door.entry(path)
    assert not {"contacts", "description"} & stored.keys()


async def test_either_name_renames(door: Door, path: str) -> None:
    for name, pointer in (("one", "/clientName"), ("two", "/displayName")):
        answer = (await door.patch(path, add(pointer, name))).json()
        assert (answer["clientName"], answer["displayName"]) == (name, name)
    answer = (await door.patch(path, {"op": "remove", "path": "/clientName"})).json()
    assert not {"clientName", "displayName"} & answer.keys()


async def test_dates(door: Door, path: str) -> None:
    issued = {"op": "test", "path": "/clientIdIssuedAt", "value": 1_767_312_000_000}
    answer = await door.patch(path, issued, add("/expirationDate", "2027-01-31T10:00:00"))
    assert answer.status_code == 200
    assert answer.json()["clientIdIssuedAt"] == "2026-01-02T00:00:00"
    assert answer.json()["expirationDate"] == "2027-01-31T10:00:00"
    answer = await door.patch(path, add("/expirationDate", 1_767_312_000_000))
    assert answer.json()["expirationDate"] == "2026-01-02T00:00:00"


async def test_members_of_newer_servers(door: Door, opened: Opener, path: str) -> None:
    assert (await door.patch(path, add("/future", 1))).json()["future"] == 1
    older = opened(keep_unknown=False)
    assert "other" not in (await older.patch(path, add("/other", 1))).json()


@pytest.mark.parametrize(
    "patch",
    [
        [{"op": "replace", "path": "/description", "value": "x"}],
        [{"op": "remove", "path": "/description"}],
        [{"op": "test", "path": "/clientName", "value": "other"}],
        [add("clientName", "x")],
        [add("/redirectUris/7", "x")],
        [add("/nothing/there", "x")],
        [add("", [])],
        [add("", {})],
        [{"op": "remove", "path": ""}],
        [{"op": "bogus", "path": "/x", "value": 1}],
        [{"op": "add", "path": "/x"}],
        [{"op": "add", "value": 1}],
        [{"op": "add", "path": 5, "value": 1}],
        [{}],
        [5],
        [None],
        {"op": "add", "path": "/x", "value": 1},
        "text",
        None,
        [add("/inum", "other")],
        [add("/dn", "inum=other,ou=clients,o=jans")],
        [{"op": "remove", "path": "/inum"}],
        [add("/redirectUris", "https://not.a.list")],
        [add("/disabled", "maybe")],
        [add("/accessTokenLifetime", 2**31)],
        [add("/expirationDate", "tomorrow")],
        [add("/expirationDate", 10**30)],
        [add("/attributes", 5)],
        [add("/clientName", {"a": 1})],
        [add("/copied", ["x" * 100])] + [{"op": "copy", "from": "", "path": "/copied/-"}] * 40,
        [add("/copied", [])] * 1001,
    ],
)
async def test_patches_that_do_not_apply(door: Door, path: str, patch: Any) -> None:
    before = await door.entry(path)
    answer = await door.patch_text(path, json.dumps(patch))
    assert (answer.status_code, answer.json()) == (500, INTERNAL)
    assert await door.entry(path) == before


async def test_a_patch_applies_as_a_whole_or_not(door: Door, path: str) -> None:
    before = await door.entry(path)
    await door.patch(path, add("/clientName", "after"), {"op": "remove", "path": "/nothing"})
    assert await door.entry(path) == before


@pytest.mark.parametrize("text", [b"", b"[", b"\xff", b"[" * 100_000, b"[NaN]"])
async def test_what_is_no_json(door: Door, path: str, text: bytes) -> None:
    answer = await door.patch_text(path, text)
    assert (answer.status_code, answer.json()) == (500, INTERNAL)


@pytest.mark.parametrize(
    "media", ["application/json", "text/plain", "", "application/merge-patch+json"]
)
async def test_only_json_patch_is_taken(door: Door, path: str, media: str) -> None:
    headers = {"Content-Type": media} if media else {}
    answer = await door.call("PATCH", path, headers=headers, content=b"[]")
    assert answer.status_code == 415
    parameters = {"Content-Type": "Application/JSON-Patch+JSON; charset=utf-8"}
    answer = await door.call("PATCH", path, headers=parameters, content=b"[]")
    assert answer.status_code == 200
