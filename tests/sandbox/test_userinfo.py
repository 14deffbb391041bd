"""Who signed in, and the token that their role gives."""

from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from tests.sandbox.assertions import registered
from tests.sandbox.signed_in import OWN, USERINFO, opens, outcome, sign_in, userinfo
from tests.sandbox.support import CLIENTS, SCOPES, Door, P
from tui.sandbox.seed.clients import TUI_CLIENT

GRANT = "client_credentials"
NOW = 1_800_000_000


async def claims(door: Door, text: str, algorithm: str = "RS256") -> dict[str, Any]:
    """The claims of a JWT that one of the published keys has signed."""
    keys = KeySet.import_key_set((await door.http.get("/jans-auth/restv1/jwks")).json())
    found = jwt.decode(text, keys, [algorithm])
    assert found.header["kid"]
    return found.claims


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_signed_answer(door: Door, method: str) -> None:
    door.sandbox.clock = lambda: NOW
    tokens = await sign_in(door)
    answer = await userinfo(door, tokens["access_token"], method)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/jwt"
    assert answer.headers["cache-control"] == "no-store"
    found = await claims(door, answer.text)
    assert found.pop("sub") == found.pop("inum")
    assert found == {
        "iss": "https://op.example",
        "aud": TUI_CLIENT,
        "iat": NOW,
        "exp": NOW + 300,
        "user_name": "admin",
        "jansAdminUIRole": ["api-admin"],
        "name": "Default Admin User",
        "preferred_username": "admin",
        "email": "admin@jans.example.com",
        "email_verified": True,
    }


async def test_the_token_may_be_in_the_form(door: Door) -> None:
    tokens = await sign_in(door, scope="openid")
    answer = await door.http.post(USERINFO, data={"access_token": tokens["access_token"]})
    assert answer.status_code == 200
    assert (await claims(door, answer.text)).keys() == {
        *("iss", "aud", "iat", "exp"),
        *("sub", "inum", "user_name", "jansAdminUIRole"),
    }


@pytest.mark.parametrize(
    ("asked", "used"), [("PS384", "PS384"), ("ES256", "ES256"), ("ES512", "ES256")]
)
async def test_the_algorithm_of_the_client(door: Door, asked: str, used: str) -> None:
    path = f"{CLIENTS}/{TUI_CLIENT}"
    await door.patch(path, {"op": "add", "path": "/userInfoSignedResponseAlg", "value": asked})
    answer = await userinfo(door, (await sign_in(door))["access_token"])
    assert await claims(door, answer.text, used)


async def test_without_an_algorithm_it_is_json(door: Door) -> None:
    await door.patch(
        f"{CLIENTS}/{TUI_CLIENT}", {"op": "remove", "path": "/userInfoSignedResponseAlg"}
    )
    answer = await userinfo(door, (await sign_in(door, "none"))["access_token"])
    assert answer.headers["content-type"] == "application/json"
    assert (answer.json()["user_name"], answer.json()["jansAdminUIRole"]) == ("admin", [])


async def test_who_gets_no_answer(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    tokens = await sign_in(door)
    for token in ("", "unknown", tokens["refresh_token"], tokens["id_token"]):
        answer = await userinfo(door, token)
        assert (answer.status_code, answer.json()["error"]) == (401, "invalid_token")
        assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    for token in (await door.token(), (await sign_in(door, scope="profile"))["access_token"]):
        answer = await userinfo(door, token)
        assert (answer.status_code, answer.json()["error"]) == (403, "insufficient_scope")
    assert (await door.http.get(USERINFO)).status_code == 401
    assert (await door.http.post(USERINFO, json={})).status_code == 415
    door.sandbox.clock = lambda: NOW + 2592000
    assert (await userinfo(door, tokens["access_token"])).status_code == 401


async def test_a_client_that_is_gone(door: Door) -> None:
    token = (await sign_in(door))["access_token"]
    assert (await door.call("DELETE", f"{CLIENTS}/{TUI_CLIENT}")).status_code == 204
    assert (await userinfo(door, token)).status_code == 403


@pytest.mark.parametrize(
    ("role", "allowed", "refused"),
    [
        (
            "api-admin",
            ["read-all", "write-all", "delete-all", "openid/clients.admin", "acrs.readonly"],
            [],
        ),
        (
            "api-manager",
            ["openid/clients.readonly", "openid/clients.write", "openid/clients.delete"],
            ["openid/clients.admin", "read-all"],
        ),
        (
            "api-editor",
            ["openid/clients.readonly", "openid/clients.write"],
            ["openid/clients.delete", "write-all"],
        ),
        ("api-viewer", ["openid/clients.readonly", "scopes.readonly"], ["scopes.write"]),
        ("none", [], ["acrs.readonly"]),
    ],
)
async def test_the_role_makes_the_scopes(
    door: Door, role: str, allowed: list[str], refused: list[str]
) -> None:
    signed = (await userinfo(door, (await sign_in(door, role))["access_token"])).text
    status, body = await outcome(door, grant_type=GRANT, scope="openid", ujwt=signed)
    assert status == 200
    given = body["scope"].split()
    assert given[0] == "openid"
    assert {P + scope for scope in allowed} <= set(given)
    assert not {P + scope for scope in refused} & set(given)
    assert ("https://jans.io/auth/ssa.admin" in given) == (role == "api-admin")
    assert "https://jans.io/scim/users.write" not in given
    assert await opens(door, body["access_token"], CLIENTS) == (role != "none")
    assert await opens(door, body["access_token"], SCOPES) == (role != "none")


async def test_only_with_the_script(door: Door) -> None:
    grants = [GRANT, "urn:ietf:params:oauth:grant-type:device_code"]
    inum = await registered(
        door, "geheim", grantTypes=grants, scopes=["openid"], userInfoSignedResponseAlg="RS256"
    )
    own = (inum, "geheim")
    signed = (await userinfo(door, (await sign_in(door, auth=own))["access_token"])).text
    status, body = await outcome(door, own, grant_type=GRANT, ujwt=signed)
    assert (status, body["scope"]) == (200, "openid")
    # Nor does it serve another client.
    status, body = await outcome(door, OWN, grant_type=GRANT, ujwt=signed)
    assert (status, body["error"]) == (400, "invalid_grant")


async def test_statements_that_are_none(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    tokens = await sign_in(door)
    signed = (await userinfo(door, tokens["access_token"])).text
    head, body, signature = signed.split(".")
    made = await claims(door, signed)
    key = ECKey.generate_key("P-256")
    forged = jwt.encode({"alg": "ES256"}, made, key, ["ES256"])
    for text in (
        "x",
        f"{head}.{body}.",
        f"{head}.{body}.{signature[::-1]}",
        forged,
        tokens["access_token"],
        tokens["id_token"],
    ):
        status, said = await outcome(door, grant_type=GRANT, ujwt=text)
        assert (status, said["error"]) == (400, "invalid_grant"), text
    assert (await outcome(door, grant_type=GRANT, ujwt=signed))[0] == 200
    door.sandbox.clock = lambda: NOW + 300
    status, said = await outcome(door, grant_type=GRANT, ujwt=signed)
    assert (status, said["error_description"]) == (400, "The ujwt has expired.")
