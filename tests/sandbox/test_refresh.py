"""Refresh tokens, and the end of tokens."""

import pytest

from tests.sandbox.assertions import registered
from tests.sandbox.conftest import Opener
from tests.sandbox.signed_in import INTROSPECTION, OWN, SCOPE, outcome, sign_in, userinfo
from tests.sandbox.support import CLIENTS, REVOKE, Door
from tui.sandbox.seed.clients import TUI_CLIENT

GRANT = "refresh_token"
NOW = 1_800_000_000


async def lives(door: Door, token: str) -> bool:
    return (await userinfo(door, token)).status_code == 200


async def error(door: Door, refresh_token: str, **fields: str) -> tuple[int, str]:
    form = {"grant_type": GRANT, "refresh_token": refresh_token, **fields}
    status, body = await outcome(door, OWN, **form)
    return status, body.get("error", "")


async def test_each_serves_once(door: Door) -> None:
    first = await sign_in(door, "api-viewer")
    status, second = await outcome(door, grant_type=GRANT, refresh_token=first["refresh_token"])
    assert status == 200
    assert second.keys() == {"access_token", "token_type", "expires_in", "scope", "refresh_token"}
    assert second["scope"] == SCOPE
    assert second["refresh_token"] != first["refresh_token"]
    assert await lives(door, first["access_token"])
    assert await lives(door, second["access_token"])
    assert await error(door, second["refresh_token"]) == (200, "")


async def test_one_that_comes_again_ends_the_whole_sign_in(door: Door) -> None:
    first = await sign_in(door)
    other = await sign_in(door)
    _, second = await outcome(door, grant_type=GRANT, refresh_token=first["refresh_token"])
    assert await error(door, first["refresh_token"]) == (400, "invalid_grant")
    assert await error(door, second["refresh_token"]) == (400, "invalid_grant")
    for tokens in (first, second):
        assert not await lives(door, tokens["access_token"])
    assert await lives(door, other["access_token"])
    assert await error(door, other["refresh_token"]) == (200, "")


async def test_without_rotation_it_serves_again(opened: Opener) -> None:
    door = opened(rotate_refresh_tokens=False)
    token = (await sign_in(door))["refresh_token"]
    for _ in range(2):
        status, body = await outcome(door, grant_type=GRANT, refresh_token=token)
        assert (status, "refresh_token" in body) == (200, False)
        assert await lives(door, body["access_token"])


async def test_fewer_scopes_may_be_asked_for(door: Door) -> None:
    token = (await sign_in(door))["refresh_token"]
    assert await error(door, token, scope="openid jans_stat") == (400, "invalid_scope")
    status, body = await outcome(
        door, grant_type=GRANT, refresh_token=token, scope="openid email openid"
    )
    assert (status, body["scope"]) == (200, "openid email")


@pytest.mark.parametrize(("lifetime", "seconds"), [(None, 14400), (60, 60)])
async def test_it_expires(door: Door, lifetime: int | None, seconds: int) -> None:
    if lifetime is not None:
        operation = {"op": "add", "path": "/refreshTokenLifetime", "value": lifetime}
        await door.patch(f"{CLIENTS}/{TUI_CLIENT}", operation)
    door.sandbox.clock = lambda: NOW
    token = (await sign_in(door))["refresh_token"]
    door.sandbox.clock = lambda: NOW + seconds
    assert await error(door, token) == (400, "invalid_grant")
    door.sandbox.clock = lambda: NOW + seconds - 1
    assert await error(door, token) == (200, "")


async def test_short_lives_can_be_chosen_by_the_client(door: Door) -> None:
    operation = {"op": "add", "path": "/accessTokenLifetime", "value": 5}
    await door.patch(f"{CLIENTS}/{TUI_CLIENT}", operation)
    door.sandbox.clock = lambda: NOW
    tokens = await sign_in(door)
    assert tokens["expires_in"] == 5
    door.sandbox.clock = lambda: NOW + 5
    assert not await lives(door, tokens["access_token"])
    _, new = await outcome(door, grant_type=GRANT, refresh_token=tokens["refresh_token"])
    assert await lives(door, new["access_token"])


async def test_refresh_tokens_that_are_none(door: Door) -> None:
    tokens = await sign_in(door)
    for token in ("unknown", tokens["access_token"]):
        assert await error(door, token) == (400, "invalid_grant")
    stranger = (await registered(door, "geheim", grantTypes=[GRANT]), "geheim")
    status, body = await outcome(
        door, stranger, grant_type=GRANT, refresh_token=tokens["refresh_token"]
    )
    assert (status, body["error"]) == (400, "invalid_grant")
    status, body = await outcome(door, grant_type=GRANT)
    assert (status, body["error"]) == (400, "invalid_request")
    assert await error(door, tokens["refresh_token"]) == (200, "")


async def test_a_refresh_token_opens_nothing(door: Door) -> None:
    token = (await sign_in(door))["refresh_token"]
    answer = await door.http.get(CLIENTS, headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.text) == (401, "Token is Invalid.")


@pytest.mark.parametrize("hint", ["refresh_token", "access_token", "nonsense"])
async def test_revoking_a_refresh_token_ends_the_sign_in(door: Door, hint: str) -> None:
    tokens = await sign_in(door)
    data = {"token": tokens["refresh_token"], "token_type_hint": hint}
    for _ in range(2):
        answer = await door.http.post(REVOKE, auth=OWN, data=data)
        assert (answer.status_code, answer.content) == (200, b"")
    assert not await lives(door, tokens["access_token"])
    assert await error(door, tokens["refresh_token"]) == (400, "invalid_grant")


async def test_revoking_an_access_token_ends_only_that(door: Door) -> None:
    tokens = await sign_in(door)
    answer = await door.http.post(REVOKE, auth=OWN, data={"token": tokens["access_token"]})
    assert answer.status_code == 200
    assert not await lives(door, tokens["access_token"])
    assert await error(door, tokens["refresh_token"]) == (200, "")


async def test_introspection(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    tokens = await sign_in(door)

    async def about(token: str) -> dict[str, object]:
        answer = await door.http.post(INTROSPECTION, auth=OWN, data={"token": token})
        assert answer.status_code == 200
        found: dict[str, object] = answer.json()
        return found

    access = await about(tokens["access_token"])
    assert access.pop("sub")
    assert access == {
        "active": True,
        "iss": "https://op.example",
        "client_id": TUI_CLIENT,
        "aud": TUI_CLIENT,
        "scope": SCOPE,
        "iat": NOW,
        "exp": NOW + 2592000,
        "token_type": "Bearer",
        "username": "admin",
    }
    refresh = await about(tokens["refresh_token"])
    assert (refresh["active"], refresh["exp"], "token_type" in refresh) == (
        True,
        NOW + 14400,
        False,
    )
    own = await about(await door.token("nothing"))
    assert (own["sub"], "username" in own) == (door.credentials.client_id, False)
    await door.http.post(REVOKE, auth=OWN, data={"token": tokens["refresh_token"]})
    for token in (*tokens.values(), "unknown"):
        assert await about(str(token)) == {"active": False}
    stranger = await door.http.post(INTROSPECTION, auth=("nobody", "x"), data={"token": "x"})
    assert stranger.status_code == 401
    assert (await door.http.post(INTROSPECTION)).status_code == 401
    assert (await door.http.post(INTROSPECTION, auth=OWN)).status_code == 400
