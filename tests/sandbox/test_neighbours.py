"""Tokens, authorizations, UMA resources, statistics and health, as the Config API has them."""

import re
from typing import Any

import pytest

from tests.sandbox.signed_in import OWN, opens, outcome, sign_in, userinfo
from tests.sandbox.support import API, CLIENTS, INTERNAL, SCOPES, Door, P
from tui.sandbox.seed.clients import TUI_CLIENT
from tui.sandbox.tokens import token_hash
from tui.sandbox.users import USER

NOW = 1_800_000_000
A = "https://jans.io/oauth/client/authorizations."


async def with_scope(door: Door, method: str, path: str, scope: str) -> int:
    headers = {"Authorization": f"Bearer {await door.token(scope)}"}
    return (await door.http.request(method, path, headers=headers)).status_code


@pytest.mark.parametrize(
    ("method", "path", "allowed", "refused"),
    [
        ("GET", "token/search", ["token.readonly", "token.write", "read-all"], "token.delete"),
        ("GET", f"token/client/{TUI_CLIENT}", ["token.admin", "write-all"], "openid/clients.admin"),
        ("DELETE", "token/revoke/x", ["token.delete", "delete-all"], "token.write"),
        ("GET", "clients/authorizations/x", [f"{A}readonly", f"{A}admin"], f"{A}delete"),
        ("DELETE", "clients/authorizations/x/y/z", [f"{A}delete", "delete-all"], f"{A}readonly"),
        ("GET", "uma/resources/clientId/x", ["uma.readonly", "uma.write"], "uma.delete"),
        ("DELETE", "uma/resources/x", ["uma.delete", "uma.admin"], "uma.readonly"),
        ("GET", "stat?month=202701", ["stats.admin", "read-all"], "stats.readonly"),
        ("GET", "health/app-version", ["app-version.readonly", "health.admin"], "data.readonly"),
        ("GET", "health/service-status", ["data.readonly", "read-all"], "app-version.readonly"),
    ],
)
async def test_scopes(door: Door, method: str, path: str, allowed: list[str], refused: str) -> None:
    for scope in allowed:
        full = scope if "://" in scope else P + scope
        assert await with_scope(door, method, f"{API}/{path}", full) in (200, 404), scope
    full = refused if "://" in refused else P + refused
    assert await with_scope(door, method, f"{API}/{path}", full) == 401


async def test_the_tokens_of_a_client(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    tokens = await sign_in(door)
    found = await door.entry(f"{API}/token/client/{TUI_CLIENT}")
    assert {name: found[name] for name in ("start", "totalEntriesCount", "entriesCount")} == {
        "start": 0,
        "totalEntriesCount": 2,
        "entriesCount": 2,
    }
    by_code = {entry["tokenCode"]: entry for entry in found["entries"]}
    code = token_hash(tokens["access_token"])
    assert by_code.keys() == {code, token_hash(tokens["refresh_token"])}
    entry = by_code[code]
    assert entry.pop("grantId")
    assert entry == {
        "dn": f"tknCde={code},ou=tokens,o=jans",
        "userId": "admin",
        "userDn": USER.dn,
        "clientId": TUI_CLIENT,
        "creationDate": "2027-01-15T08:00:00",
        "expirationDate": "2027-02-14T08:00:00",
        "deletable": True,
        "scope": tokens["scope"],
        "tokenCode": code,
        "tokenType": "access_token",
        "grantType": "urn:ietf:params:oauth:grant-type:device_code",
        "tokenTypeEnum": "ACCESS_TOKEN",
    }
    assert (await door.entry(f"{API}/token/tknCde/{code}"))["tokenCode"] == code
    nobody = await door.get(f"{API}/token/client/nobody")
    message = {"code": "404", "message": "The requested Client doesn't exist"}
    assert (nobody.status_code, nobody.json()) == (404, message)


async def test_at_most_fifty(door: Door) -> None:
    for _ in range(51):
        await door.token("nothing")
    found = await door.entry(f"{API}/token/client/{door.credentials.client_id}")
    assert (found["totalEntriesCount"], found["entriesCount"]) == (52, 50)
    found = await door.entry(f"{API}/token/search?limit=0")
    assert (found["totalEntriesCount"], found["entriesCount"]) == (52, 52)


async def test_searching_tokens(door: Door) -> None:
    await sign_in(door)
    path = f"{API}/token/search"

    async def total(**parameters: Any) -> int:
        answer = await door.get(path, **parameters)
        assert answer.status_code == 200
        return int(answer.json()["totalEntriesCount"])

    assert await total() == 3
    assert await total(fieldValuePair=f"clnId={TUI_CLIENT}") == 2
    assert await total(fieldValuePair=f"clientId={TUI_CLIENT},tknTyp=refresh_token") == 1
    assert await total(fieldValuePair="grtTyp=client_credentials") == 1
    assert await total(fieldValuePair="usrId=admin") == 2
    assert await total(pattern="offline_access,nothing") == 2
    page = (await door.get(path, limit=1, startIndex=1, sortBy="tknTyp")).json()
    assert (page["start"], page["entriesCount"], page["totalEntriesCount"]) == (1, 1, 3)
    codes = [entry["tokenCode"] for entry in (await door.get(path)).json()["entries"]]
    assert codes == sorted(codes)
    down = await door.get(path, sortOrder="descending")
    assert [entry["tokenCode"] for entry in down.json()["entries"]] == codes[::-1]
    for wrong in ({"sortBy": "x"}, {"fieldValuePair": "x=y"}, {"startIndex": "-1"}):
        answer = await door.get(path, **wrong)
        assert (answer.status_code, answer.json()) == (500, INTERNAL)
    assert (await door.get(path, limit=201)).status_code == 400


async def test_revoking_by_code(door: Door) -> None:
    token = await door.token()
    code = token_hash(token)
    assert await opens(door, token, CLIENTS)
    answer = await door.call("DELETE", f"{API}/token/revoke/{code}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert not await opens(door, token, CLIENTS)
    missing = {
        "code": "404",
        "message": "Not Found",
        "description": f"Token identified by {code} not found.",
    }
    for method, path in (("DELETE", "revoke"), ("GET", "tknCde")):
        again = await door.call(method, f"{API}/token/{path}/{code}")
        assert (again.status_code, again.json()) == (404, missing)
    # The token itself is no code.
    assert (await door.get(f"{API}/token/tknCde/{token}")).status_code == 404


async def test_what_a_user_let_a_client_do(door: Door) -> None:
    path = f"{API}/clients/authorizations/{USER.inum}"
    assert await door.entry(path) == {"clientAuths": {}}
    await sign_in(door, scope="openid email")
    await sign_in(door, scope="openid profile")
    ((key, scopes),) = (await door.entry(path))["clientAuths"].items()
    found = re.search(r"inum=([^,\]]+),ou=clients", key)
    assert found
    assert found[1] == TUI_CLIENT
    assert [scope["id"] for scope in scopes] == ["openid", "profile"]
    assert scopes[1] == await door.entry(f"{SCOPES}/43F1")
    for wrong in (f"{TUI_CLIENT}/someone", "nobody/admin"):
        assert (await door.call("DELETE", f"{path}/{wrong}")).status_code == 404
    assert (await door.call("DELETE", f"{path}/{TUI_CLIENT}/admin")).status_code == 204
    assert (await door.call("DELETE", f"{path}/{TUI_CLIENT}/admin")).status_code == 404
    assert await door.entry(path) == {"clientAuths": {}}


async def test_uma_resources(door: Door) -> None:
    path = f"{API}/uma/resources"
    (resource,) = await door.entry(f"{path}/clientId/{TUI_CLIENT}")
    assert resource["scopes"] == ["inum=8A1F-2B60,ou=scopes,o=jans"]
    assert await door.entry(f"{path}/clientId/nobody") == []
    assert (await door.call("DELETE", f"{path}/{resource['id']}")).status_code == 204
    assert (await door.call("DELETE", f"{path}/{resource['id']}")).status_code == 404
    assert await door.entry(f"{path}/clientId/{TUI_CLIENT}") == []


async def test_statistics(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    await sign_in(door)
    device = "urn:ietf:params:oauth:grant-type:device_code"
    month = {
        "month": 202701,
        "monthly_active_users": 1,
        "token_count_per_granttype": {
            device: {"access_token": 1, "refresh_token": 1},
            "client_credentials": {"access_token": 1},
        },
    }
    assert await door.entry(f"{API}/stat?month=202701") == [month]
    assert await door.entry(f"{API}/stat?start_month=202601&end_month=202712") == [month]
    assert await door.entry(f"{API}/stat?month=202702") == []
    for wrong in ("", "month=2027", "month=202713", "start_month=202701", "month=２０２７０１"):
        answer = await door.get(f"{API}/stat?{wrong}")
        assert (answer.status_code, answer.json()["code"]) == (400, "400")


async def test_the_machine(door: Door) -> None:
    stat = await door.entry(f"{API}/health/server-stat")
    assert stat["dbType"] == "sql"
    assert stat["facterData"]["hostname"] == "sandbox.localhost"
    services = await door.entry(f"{API}/health/service-status")
    assert services["jans-auth"] == "Running"
    one = await door.entry(f"{API}/health/service-status?service=jans-casa")
    assert one == {"jans-casa": "Not present"}
    versions = await door.entry(f"{API}/health/app-version?artifact=ALL")
    assert versions.keys() == services.keys()
    assert await door.entry(f"{API}/health/app-version?artifact=nothing") == {}


async def test_a_software_statement_is_no_userinfo(door: Door) -> None:
    """People write what they like into one, and it has the same signature."""
    about = (await userinfo(door, (await sign_in(door, "none"))["access_token"])).text
    assert (await outcome(door, OWN, grant_type="client_credentials", ujwt=about))[0] == 200
    answer = await door.call(
        "POST",
        "/jans-auth/restv1/ssa",
        json={"org_id": 1, "jansAdminUIRole": ["api-admin"], "aud": TUI_CLIENT},
    )
    assert answer.status_code == 201
    statement = answer.json()["ssa"]
    status, body = await outcome(door, OWN, grant_type="client_credentials", ujwt=statement)
    assert (status, body["error"]) == (400, "invalid_grant")
