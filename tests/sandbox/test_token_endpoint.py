"""``/token``, ``/revoke`` and ``/jwks``."""

import base64
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from tests.sandbox.support import CLIENTS, REVOKE, TOKEN, Door, P

GRANT = {"grant_type": "client_credentials"}


def own(door: Door) -> tuple[str, str]:
    return door.credentials.client_id, door.credentials.client_secret


def in_form(door: Door) -> dict[str, str]:
    client_id, secret = own(door)
    return {"client_id": client_id, "client_secret": secret}


async def test_basic_and_post_give_a_token_with_all_scopes(door: Door) -> None:
    more = {
        "op": "add",
        "path": "/attributes/additionalTokenEndpointAuthMethods",
        "value": ["client_secret_post"],
    }
    await door.patch(f"{CLIENTS}/{door.credentials.client_id}", more)
    for options in ({"auth": own(door), "data": GRANT}, {"data": GRANT | in_form(door)}):
        answer = await door.http.post(TOKEN, **options)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        body = answer.json()
        assert body["token_type"] == "Bearer"
        assert body["expires_in"] == 300
        assert {f"{P}openid/clients.admin", f"{P}read-all", "jans_stat"} <= set(
            body["scope"].split()
        )


async def test_scopes_that_the_client_has_not_are_dropped(door: Door) -> None:
    wanted = f"{P}scopes.readonly nonsense openid {P}scopes.readonly"
    answer = await door.http.post(TOKEN, auth=own(door), data=GRANT | {"scope": wanted})
    assert answer.json()["scope"] == f"{P}scopes.readonly"
    nothing = await door.http.post(TOKEN, auth=own(door), data=GRANT | {"scope": "nonsense"})
    assert (nothing.status_code, nothing.json()["scope"]) == (200, "")


async def test_the_token_is_a_jwt_that_the_published_key_verifies(door: Door) -> None:
    door.sandbox.clock = lambda: 2_000_000_000.9
    answer = await door.http.post(TOKEN, auth=own(door), data=GRANT)
    keys = (await door.http.get("/jans-auth/restv1/jwks")).json()
    assert all("d" not in key for key in keys["keys"])
    found = jwt.decode(answer.json()["access_token"], KeySet.import_key_set(keys))
    assert found.header["alg"] == "ES256"
    assert found.claims["iss"] == "https://op.example"
    assert found.claims["client_id"] == door.credentials.client_id
    assert found.claims["exp"] == 2_000_000_300
    assert found.claims["scope"] == answer.json()["scope"]
    assert found.claims["jti"]


async def test_the_clients_own_lifetime_counts(door: Door) -> None:
    path = f"{CLIENTS}/{door.credentials.client_id}"
    await door.patch(path, {"op": "add", "path": "/accessTokenLifetime", "value": 77})
    answer = await door.http.post(TOKEN, auth=own(door), data=GRANT)
    assert answer.json()["expires_in"] == 77


@pytest.mark.parametrize(
    ("data", "status", "error"),
    [
        ({}, 400, "invalid_request"),
        ({"grant_type": ""}, 400, "invalid_request"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        (GRANT | {"client_id": "someone-else"}, 400, "invalid_request"),
        (GRANT | {"client_secret": "x"}, 400, "invalid_request"),
        ({**GRANT, "scope": ["a", "b"]}, 400, "invalid_request"),
    ],
)
async def test_requests_that_are_refused(
    door: Door, data: dict[str, Any], status: int, error: str
) -> None:
    answer = await door.http.post(TOKEN, auth=own(door), data=data)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert answer.headers["cache-control"] == "no-store"


async def test_wrong_credentials(door: Door) -> None:
    client_id, secret = own(door)
    for pair in ((client_id, "wrong"), ("nobody", secret), ("", ""), ("\ud800", "ü")):
        text = base64.b64encode(":".join(pair).encode("utf-8", "surrogatepass")).decode()
        answer = await door.http.post(TOKEN, headers={"Authorization": f"Basic {text}"}, data=GRANT)
        assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
        assert answer.headers["www-authenticate"].startswith("Basic ")
    for header in ("Basic", "Basic !!!", "Basic bm9jb2xvbg=="):
        answer = await door.http.post(TOKEN, headers={"Authorization": header}, data=GRANT)
        assert answer.status_code == 401
    answer = await door.http.post(TOKEN, data=GRANT | {"client_id": client_id})
    assert answer.status_code == 401
    assert "www-authenticate" not in answer.headers


async def test_a_client_may_be_unfit(door: Door) -> None:
    client = await door.create(grantTypes=["client_credentials"])
    path = f"{CLIENTS}/{client['inum']}"
    credentials = (client["inum"], "geheim")

    async def outcome() -> tuple[int, str | None]:
        answer = await door.http.post(TOKEN, auth=credentials, data=GRANT)
        return answer.status_code, answer.json().get("error")

    assert await outcome() == (401, "invalid_client")
    await door.patch(path, {"op": "add", "path": "/clientSecret", "value": "geheim"})
    assert await outcome() == (200, None)
    await door.patch(path, {"op": "replace", "path": "/grantTypes", "value": ["implicit"]})
    assert await outcome() == (400, "unauthorized_client")
    await door.patch(path, {"op": "replace", "path": "/disabled", "value": True})
    assert await outcome() == (403, "disabled_client")
    method = {"op": "replace", "path": "/tokenEndpointAuthMethod", "value": "private_key_jwt"}
    await door.patch(path, method)
    assert await outcome() == (401, "invalid_client")


async def test_only_a_form_is_taken(door: Door) -> None:
    answer = await door.http.post(TOKEN, auth=own(door), json=GRANT)
    assert answer.status_code == 415
    for text in (b"grant_type=%ff", b"\xff", b"&".join([b"a=b"] * 200)):
        answer = await door.http.post(
            TOKEN,
            auth=own(door),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            content=text,
        )
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")
    assert (await door.http.get(TOKEN)).status_code == 405


async def test_revocation(door: Door) -> None:
    token = await door.token()
    headers = {"Authorization": f"Bearer {token}"}
    assert (await door.http.get(CLIENTS, headers=headers)).status_code == 200
    answer = await door.http.post(
        REVOKE, auth=own(door), data={"token": token, "token_type_hint": "refresh_token"}
    )
    assert (answer.status_code, answer.content) == (200, b"")
    refused = await door.http.get(CLIENTS, headers=headers)
    assert (refused.status_code, refused.text) == (401, "Jwt Token is Invalid.")
    unknown = await door.http.post(REVOKE, auth=own(door), data={"token": "unknown"})
    assert unknown.status_code == 200
    nothing = await door.http.post(REVOKE, auth=own(door), data={})
    assert (nothing.status_code, nothing.json()["error"]) == (400, "invalid_request")
    stranger = await door.http.post(REVOKE, auth=("nobody", "x"), data={"token": token})
    assert stranger.status_code == 401


async def test_nobody_revokes_the_token_of_another(door: Door) -> None:
    other = await door.create(grantTypes=["client_credentials"])
    secret = {"op": "add", "path": "/clientSecret", "value": "geheim"}
    await door.patch(f"{CLIENTS}/{other['inum']}", secret)
    token = await door.token()
    answer = await door.http.post(REVOKE, auth=(other["inum"], "geheim"), data={"token": token})
    assert answer.status_code == 400
    headers = {"Authorization": f"Bearer {token}"}
    assert (await door.http.get(CLIENTS, headers=headers)).status_code == 200
