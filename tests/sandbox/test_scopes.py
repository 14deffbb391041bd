"""``/scopes`` and below."""

import json
import uuid
from typing import Any

import pytest

from tests.sandbox.support import CLIENTS, INTERNAL, SCOPES, Door, P, inums

GONE = {"code": "404", "message": "The requested scope doesn't exist"}


async def post(door: Door, **members: Any) -> Any:
    answer = await door.call("POST", SCOPES, json=members)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_the_seed(door: Door) -> None:
    body = await door.entry(f"{SCOPES}?limit=200")
    entries = {entry["inum"]: entry for entry in body["entries"]}
    assert body["totalEntriesCount"] == len(entries) > 60
    assert {entry["scopeType"] for entry in entries.values()} == {
        "openid",
        "oauth",
        "dynamic",
        "uma",
        "spontaneous",
    }
    names = {"F0C4": "openid", "43F1": "profile", "764C": "email", "10B2": "user_name"}
    assert {inum: entries[inum]["id"] for inum in names} == names
    assert {f"{P}openid/clients.admin", f"{P}read-all", f"{P}scopes.readonly"} <= {
        entry["id"] for entry in entries.values()
    }
    attributes = {
        entry["dn"]
        for entry in (await door.entry(f"{SCOPES.replace('scopes', 'attributes')}?limit=200"))[
            "entries"
        ]
    }
    assert {claim for entry in entries.values() for claim in entry.get("claims", [])} <= attributes
    assert await door.entry(f"{SCOPES}/764C") == entries["764C"]
    assert "clients" not in entries["764C"]


async def test_search_and_type(door: Door) -> None:
    assert await inums(door, SCOPES, pattern="offline_ACCESS") == ["C4F6"]
    assert await inums(door, SCOPES, type="uma") == ["8A1F-2B60"]
    assert await inums(door, SCOPES, pattern="uma", type="uma") == ["8A1F-2B60"]
    assert await inums(door, SCOPES, type="uma", fieldValuePair="scopeType=dynamic") == [
        "D491-6C1A"
    ]
    defaults = await inums(door, SCOPES, fieldValuePair="defaultScope=true,scopeType=openid")
    assert {"F0C4", "43F1", "764C"} <= set(defaults)
    assert await inums(door, SCOPES, type="bogus") == []
    ordered = await inums(door, SCOPES, sortBy="jansId", limit=3, sortOrder="descending")
    assert ordered[0] == "10B2"
    for parameters in ({"sortBy": "id"}, {"startIndex": -1}, {"fieldValuePair": "claims=x"}):
        answer = await door.get(SCOPES, **parameters)
        assert (answer.status_code, answer.json()) == (500, INTERNAL)
    assert (await door.get(SCOPES, limit=201)).status_code == 400


async def test_bare_arrays(door: Door) -> None:
    found = await door.entry(f"{SCOPES}/type/uma")
    assert [scope["inum"] for scope in found] == ["8A1F-2B60"]
    assert await door.entry(f"{SCOPES}/type/bogus") == []
    assert len(await door.entry(f"{SCOPES}/type/oauth")) > 50
    creator = found[0]["creatorId"]
    assert len(await door.entry(f"{SCOPES}/creator/{creator}")) == 2
    assert await door.entry(f"{SCOPES}/creator/nobody") == []


async def test_associated_clients(door: Door) -> None:
    body = await door.entry(f"{SCOPES}?withAssociatedClients=TRUE&pattern=10B2,C17A")
    by_inum = {entry["inum"]: entry for entry in body["entries"]}
    assert [client["clientName"] for client in by_inum["10B2"]["clients"]] == ["Client for Casa"]
    assert "clients" not in by_inum["C17A"]
    one = f"{SCOPES}/C17A?withAssociatedClients=true"
    assert "clients" not in await door.entry(one)
    made = await door.create(scopes=["address", "address"])
    assert [client["inum"] for client in (await door.entry(one))["clients"]] == [made["inum"]]
    path = f"{CLIENTS}/{made['inum']}"
    await door.patch(path, {"op": "remove", "path": "/scopes"})
    assert "clients" not in await door.entry(one)


async def test_post(door: Door) -> None:
    door.sandbox.clock = lambda: 1_767_312_000
    made = await post(door, id="my.scope", inum="mine", dn="x", unknown=[1])
    assert uuid.UUID(made["inum"])
    dn = f"inum={made['inum']},ou=scopes,o=jans"
    assert made == {
        "id": "my.scope",
        "displayName": "my.scope",
        "inum": made["inum"],
        "dn": dn,
        "baseDn": dn,
        "scopeType": "oauth",
        "defaultScope": False,
        "umaType": False,
        "creationDate": "2026-01-02T00:00:00",
        "attributes": {"showInConfigurationEndpoint": True},
        "unknown": [1],
    }
    assert await door.entry(f"{SCOPES}/{made['inum']}") == made
    twin = await post(door, id="my.scope", scopeType="UMA", description="", claims=[])
    assert twin["umaType"] is True
    assert not {"description", "claims"} & twin.keys()
    answer = await door.call("POST", SCOPES, json={"displayName": "x"})
    assert answer.status_code == 400
    assert answer.json()["description"] == "The attribute id is required for this operation"


async def test_put(door: Door) -> None:
    made = await post(door, id="a", description="gone", claims=["inum=8F88,ou=attributes,o=jans"])
    body = {"inum": made["inum"], "id": "b", "claims": ["never checked"], "defaultScope": True}
    answer = await door.call("PUT", SCOPES, json=body)
    assert answer.status_code == 200
    changed = answer.json()
    assert body.items() <= changed.items()
    assert changed["scopeType"] == "oauth"
    assert not {"description", "displayName"} & changed.keys()
    assert await door.entry(f"{SCOPES}/{made['inum']}") == changed
    answer = await door.call("PUT", SCOPES, json={"id": "b"})
    assert answer.status_code == 400
    assert answer.json()["description"] == "The attribute scope is required for this operation"


async def test_patch(door: Door) -> None:
    made = await post(door, id="a", scopeType="openid", creationDate="2026-01-02T00:00:00")
    path = f"{SCOPES}/{made['inum']}"
    answer = await door.patch(
        path,
        {"op": "add", "path": "/description", "value": "new"},
        {"op": "add", "path": "/claims", "value": []},
        {"op": "replace", "path": "/attributes/spontaneousClientScopes", "value": ["^x$"]},
        {"op": "test", "path": "/creationDate", "value": 1_767_312_000_000},
    )
    assert answer.status_code == 200
    attributes = {"spontaneousClientScopes": ["^x$"], "showInConfigurationEndpoint": True}
    expected = made | {"description": "new", "attributes": attributes}
    assert answer.json() == await door.entry(path) == expected
    for patch in (
        [{"op": "remove", "path": "/iconUrl"}],
        [{"op": "add", "path": "/inum", "value": "other"}],
        [{"op": "add", "path": "/claims", "value": "x"}],
    ):
        refused = await door.patch_text(path, json.dumps(patch))
        assert (refused.status_code, refused.json()) == (500, INTERNAL)
    assert await door.entry(path) == expected
    assert (await door.call("PATCH", path, json=[])).status_code == 415


async def test_delete_leaves_dangling_names(door: Door) -> None:
    made = await door.create(scopes=["phone", "openid"])
    answer = await door.call("DELETE", f"{SCOPES}/B9D2-D6E5")
    assert (answer.status_code, answer.content) == (204, b"")
    assert (await door.entry(f"{CLIENTS}/{made['inum']}"))["scopes"] == made["scopes"]
    assert (await door.token()) != ""


async def test_one_that_is_not_there(door: Door) -> None:
    path = f"{SCOPES}/nobody"
    answers = [
        await door.get(path),
        await door.call("PUT", SCOPES, json={"inum": "nobody"}),
        await door.patch(path),
        await door.call("DELETE", path),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()) == (404, GONE)


@pytest.mark.parametrize(
    "members",
    [
        {"claims": "x"},
        {"claims": [5]},
        {"defaultScope": "yes"},
        {"creatorAttributes": {"a": 1}},
        {"attributes": [1]},
        {"attributes": {"showInConfigurationEndpoint": 1}},
        {"creationDate": "2026-13-01T00:00:00"},
        {"id": ["x"]},
        {"id": 5},
        {"scopeType": 5},
    ],
)
async def test_wrong_types(door: Door, members: dict[str, Any]) -> None:
    before = (await door.entry(SCOPES))["totalEntriesCount"]
    for method in ("POST", "PUT"):
        body = {"id": "x", "inum": "F0C4"} | members
        answer = await door.call(method, SCOPES, json=body)
        assert answer.status_code == 400
        assert answer.headers["content-type"].startswith("text/plain")
    assert (await door.entry(SCOPES))["totalEntriesCount"] == before
    assert (await door.entry(f"{SCOPES}/F0C4"))["id"] == "openid"
