"""PUT, GET and DELETE of one client."""

from typing import Any

import pytest

from tests.sandbox.support import CLIENTS, MINIMAL, Door, inums
from tests.sandbox.test_client_post import DEFAULTS

GONE = {"code": "404", "message": "The requested openid connect client doesn't exist"}


async def put(door: Door, **members: Any) -> Any:
    answer = await door.call("PUT", CLIENTS, json=members)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_the_body_is_the_whole_new_entry(door: Door) -> None:
    made = await door.create(
        clientName="before",
        description="gone",
        contacts=["ops@rp.example"],
        applicationType="native",
        tokenEndpointAuthMethod="private_key_jwt",
        accessTokenLifetime=60,
        customAttributes=[{"name": "a", "values": ["x"]}],
        clientNameLocalized={"values": {"fr": "x"}},
        attributes={"requirePkce": True, "parLifetime": 5},
        unknown=True,
    )
    changed = await put(door, inum=made["inum"], **MINIMAL)
    absent = ("tokenEndpointAuthMethod", "authenticationMethod")
    expected = {name: value for name, value in DEFAULTS.items() if name not in absent}
    keys = {name: made[name] for name in ("inum", "dn", "baseDn")}
    assert changed == expected | MINIMAL | keys | {"allAuthenticationMethods": []}
    assert await door.entry(f"{CLIENTS}/{made['inum']}") == changed


async def test_get_then_put_changes_nothing(door: Door) -> None:
    for inum in await inums(door, CLIENTS):
        entry = await door.entry(f"{CLIENTS}/{inum}")
        again = await put(door, **entry)
        again.pop("deletable")
        entry.pop("deletable", None)
        assert again == entry


async def test_no_defaults_of_post(door: Door) -> None:
    made = await door.create()
    changed = await put(
        door,
        inum=made["inum"],
        redirectUris=["https://b.example", "https://a.example", "https://b.example"],
        grantTypes=["urn:openid:params:grant-type:ciba", "none"],
        applicationType=None,
        attributes={"parLifetime": None},
    )
    assert changed["redirectUris"] == [
        "https://b.example",
        "https://a.example",
        "https://b.example",
    ]
    assert changed["grantTypes"] == ["urn:openid:params:grant-type:ciba", "none"]
    assert "applicationType" not in changed
    assert changed["attributes"]["parLifetime"] == 600


async def test_deletable_is_from_the_expiration_date(door: Door) -> None:
    made = await door.create()
    body = MINIMAL | {"inum": made["inum"]}
    changed = await put(door, **body, clientSecretExpiresAt="2027-01-01T00:00:00")
    assert changed["deletable"] is False
    changed = await put(door, **body, expirationDate="2027-01-01T00:00:00")
    assert changed["deletable"] is True


async def test_scopes_and_claims_are_resolved(door: Door) -> None:
    made = await door.create()
    changed = await put(door, inum=made["inum"], **MINIMAL, scopes=["email"], claims=["mail"])
    assert changed["scopes"] == ["inum=764C,ou=scopes,o=jans"]
    assert changed["claims"] == ["mail"]
    stored = await door.entry(f"{CLIENTS}/{made['inum']}")
    assert stored["claims"] == ["inum=8F88,ou=attributes,o=jans"]


@pytest.mark.parametrize(
    ("body", "member"),
    [
        (MINIMAL, "inum"),
        ({}, "inum"),
        (MINIMAL | {"inum": ""}, "inum"),
        ({"inum": "nobody"}, "redirectUris"),
        ({"inum": "nobody", "redirectUris": []}, "redirectUris"),
    ],
)
async def test_what_is_required(door: Door, body: dict[str, Any], member: str) -> None:
    answer = await door.call("PUT", CLIENTS, json=body)
    assert answer.status_code == 400
    assert answer.json() == {
        "code": "OCA001",
        "message": "A required attribute is missing.",
        "description": f"The attribute {member} is required for this operation",
    }


async def test_one_that_is_not_there(door: Door) -> None:
    path = f"{CLIENTS}/nobody"
    answers = [
        await door.get(path),
        await door.call("PUT", CLIENTS, json=MINIMAL | {"inum": "nobody", "scopes": ["bogus"]}),
        await door.patch(path, {"op": "bogus"}),
        await door.call("DELETE", path),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()) == (404, GONE)


async def test_delete(door: Door) -> None:
    made = await door.create(inum="with space, comma & ünï=%")
    path = f"{CLIENTS}/with%20space,%20comma%20&%20%C3%BCn%C3%AF=%25"
    assert (await door.entry(path)) == made
    answer = await door.call("DELETE", path)
    assert (answer.status_code, answer.content) == (204, b"")
    assert (await door.call("DELETE", path)).status_code == 404
    assert (await door.entry(CLIENTS))["totalEntriesCount"] == 8
    again = await door.create(inum=made["inum"])
    assert again == made
