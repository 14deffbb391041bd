"""Signing in on another device (RFC 8628), as Jans' own tool does it."""

import re
from html import unescape
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from tests.sandbox.assertions import registered
from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, TOKEN, Door
from tui.sandbox.seed.clients import TUI_CLIENT

START = "/jans-auth/restv1/device_authorization"
PAGE = "/jans-auth/device-code"
GRANT = "urn:ietf:params:oauth:grant-type:device_code"
OWN = (TUI_CLIENT, "sandbox-secret-1")
SCOPE = "openid profile email offline_access"
NOW = 1_800_000_000


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = float(NOW)

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(door: Door) -> Clock:
    door.sandbox.clock = made = Clock()
    return made


async def start(door: Door, **fields: str) -> dict[str, Any]:
    answer = await door.http.post(START, auth=OWN, data={"client_id": OWN[0], **fields})
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    found: dict[str, Any] = answer.json()
    return found


async def poll(door: Door, code: str, auth: tuple[str, str] = OWN) -> tuple[int, Any]:
    data = {"grant_type": GRANT, "device_code": code}
    answer = await door.http.post(TOKEN, auth=auth, data=data)
    body = answer.json()
    return answer.status_code, body if answer.status_code == 200 else body["error"]


async def decide(
    door: Door, code: str, decision: str = "approve", role: str | None = None, **headers: str
) -> httpx.Response:
    data = {"user_code": code, "decision": decision} | ({"role": role} if role else {})
    return await door.http.post(PAGE, data=data, headers=headers)


async def test_the_whole_way(door: Door, clock: Clock) -> None:
    started = await start(door, scope=SCOPE)
    assert started.keys() == {
        *("device_code", "user_code", "verification_uri", "verification_uri_complete"),
        *("expires_in", "interval"),
    }
    assert (started["expires_in"], started["interval"]) == (1800, 5)
    assert re.fullmatch(r"[B-Z]{4}-[B-Z]{4}", started["user_code"])
    assert started["verification_uri"] == f"https://op.example{PAGE}"
    complete = started["verification_uri_complete"]
    assert complete == f"https://op.example{PAGE}?user_code={started['user_code']}"
    assert await poll(door, started["device_code"]) == (400, "authorization_pending")
    page = await door.http.get(complete)
    assert page.status_code == 200
    assert "Jans TUI Client" in page.text
    assert all(f"<li>{scope}</li>" in page.text for scope in SCOPE.split())
    approved = await decide(door, started["user_code"])
    assert (approved.status_code, "Approved." in approved.text) == (200, True)
    status, tokens = await poll(door, started["device_code"])
    assert status == 200
    assert tokens.keys() == {
        *("access_token", "token_type", "expires_in", "scope"),
        *("refresh_token", "id_token"),
    }
    assert tokens["scope"] == SCOPE
    assert tokens["expires_in"] == 2592000
    keys = KeySet.import_key_set((await door.http.get("/jans-auth/restv1/jwks")).json())
    found = jwt.decode(tokens["id_token"], keys, ["RS256"])
    assert (found.claims["aud"], found.claims["iss"]) == (TUI_CLIENT, "https://op.example")
    assert found.claims["exp"] == NOW + 3600
    assert await poll(door, started["device_code"]) == (400, "invalid_grant")


async def test_without_offline_access_there_is_no_refresh_token(door: Door) -> None:
    started = await start(door, scope="profile")
    await decide(door, started["user_code"])
    _, tokens = await poll(door, started["device_code"])
    assert tokens.keys() == {"access_token", "token_type", "expires_in", "scope"}


@pytest.mark.parametrize(
    ("scope", "given"),
    [
        ({"scope": "openid+profile"}, "openid profile"),
        ({"scope": "openid nonsense"}, "openid"),
        ({"scope": "nonsense"}, ""),
        ({}, "openid profile email offline_access jans_stat phone"),
    ],
)
async def test_scopes(door: Door, scope: dict[str, str], given: str) -> None:
    started = await start(door, **scope)
    await decide(door, started["user_code"])
    assert (await poll(door, started["device_code"]))[1]["scope"] == given


async def test_who_asks_too_often_has_to_slow_down(door: Door, clock: Clock) -> None:
    code = (await start(door))["device_code"]
    for seconds, word in (
        (0, "authorization_pending"),
        (5, "authorization_pending"),
        (4.9, "authorization_pending"),
        (4, "slow_down"),
        (5, "slow_down"),
        (15, "authorization_pending"),
        (14, "slow_down"),
        (20, "authorization_pending"),
    ):
        clock.now += seconds
        assert await poll(door, code) == (400, word), seconds


async def test_an_approval_is_told_at_once(door: Door, clock: Clock) -> None:
    started = await start(door)
    await poll(door, started["device_code"])
    await decide(door, started["user_code"])
    assert (await poll(door, started["device_code"]))[0] == 200


async def test_denied(door: Door) -> None:
    started = await start(door)
    answer = await decide(door, started["user_code"], "deny")
    assert (answer.status_code, "Denied." in answer.text) == (200, True)
    for _ in range(2):
        assert await poll(door, started["device_code"]) == (400, "access_denied")
    assert (await decide(door, started["user_code"])).status_code == 404
    assert await poll(door, started["device_code"]) == (400, "access_denied")


async def test_expired(door: Door, clock: Clock) -> None:
    started, other = await start(door), await start(door)
    await decide(door, other["user_code"])
    clock.now += 1799
    assert await poll(door, started["device_code"]) == (400, "authorization_pending")
    clock.now += 1
    for code in (started, other):
        assert await poll(door, code["device_code"]) == (400, "expired_token")
    assert (await decide(door, started["user_code"])).status_code == 404
    page = await door.http.get(started["verification_uri_complete"])
    assert (page.status_code, "no longer good" in page.text) == (404, True)
    clock.now += 100_000
    await start(door)
    assert await poll(door, started["device_code"]) == (400, "invalid_grant")


async def test_lifetime_and_interval_can_be_chosen(opened: Opener) -> None:
    door = opened(device_code_lifetime=7, device_interval=1)
    door.sandbox.clock = clock = Clock()
    started = await start(door)
    assert (started["expires_in"], started["interval"]) == (7, 1)
    for seconds, word in ((0, "authorization_pending"), (1, "authorization_pending")):
        clock.now += seconds
        assert await poll(door, started["device_code"]) == (400, word)
    clock.now += 6
    assert await poll(door, started["device_code"]) == (400, "expired_token")


async def test_codes_of_nobody_and_of_others(door: Door) -> None:
    other = await registered(door, "geheim", grantTypes=[GRANT])
    started = await start(door)
    await decide(door, started["user_code"])
    assert await poll(door, "unknown") == (400, "invalid_grant")
    assert await poll(door, started["device_code"], (other, "geheim")) == (400, "invalid_grant")
    assert await poll(door, started["user_code"]) == (400, "invalid_grant")
    answer = await door.http.post(TOKEN, auth=OWN, data={"grant_type": GRANT})
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")
    assert (await poll(door, started["device_code"]))[0] == 200


async def test_who_may_start(door: Door) -> None:
    no_grant = await registered(door, "geheim")
    disabled = await registered(door, "geheim", grantTypes=[GRANT], disabled=True)
    for auth, status, error in (
        ((no_grant, "geheim"), 400, "unauthorized_client"),
        ((disabled, "geheim"), 403, "disabled_client"),
        ((TUI_CLIENT, "wrong"), 401, "invalid_client"),
        (("nobody", "wrong"), 401, "invalid_client"),
    ):
        answer = await door.http.post(START, auth=auth)
        assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert (await door.http.post(START)).json()["error"] == "invalid_client"
    assert (await door.http.get(START)).status_code == 405


async def test_a_public_client_needs_its_id_only(door: Door) -> None:
    inum = await registered(
        door, grantTypes=[GRANT], tokenEndpointAuthMethod="none", scopes=["openid"]
    )
    answer = await door.http.post(START, data={"client_id": inum})
    assert answer.status_code == 200
    started = answer.json()
    await decide(door, started["user_code"])
    data = {"grant_type": GRANT, "device_code": started["device_code"], "client_id": inum}
    tokens = await door.http.post(TOKEN, data=data)
    assert (tokens.status_code, tokens.json()["scope"]) == (200, "openid")


async def test_the_code_may_be_typed_carelessly(door: Door) -> None:
    code = (await start(door))["user_code"]
    for typed in (code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')} "):
        assert (await door.http.get(PAGE, params={"user_code": typed})).status_code == 200
    assert (await decide(door, code.lower().replace("-", ""))).status_code == 200


async def test_the_page_asks_for_the_code(door: Door) -> None:
    page = await door.http.get(PAGE)
    assert (page.status_code, 'name="user_code"' in page.text) == (200, True)
    for code in ("XXXX-XXXX", "%", "\x00", "<script>", "é" * 1000):
        page = await door.http.get(PAGE, params={"user_code": code})
        assert page.status_code == 404
        assert "This code is not known" in page.text
        assert "<script>" not in page.text


async def test_the_pages_are_locked_down(door: Door) -> None:
    started = await start(door)
    for page in (
        await door.http.get(PAGE),
        await door.http.get(started["verification_uri_complete"]),
        await decide(door, started["user_code"]),
    ):
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["content-type"] == "text/html; charset=utf-8"


async def test_foreign_text_is_text(door: Door) -> None:
    name = """<script>alert("1")</script>&amp;'{0}"""
    inum = await registered(door, "geheim", grantTypes=[GRANT], clientName=name)
    answer = await door.http.post(START, auth=(inum, "geheim"))
    page = await door.http.get(answer.json()["verification_uri_complete"])
    assert "<script" not in page.text
    assert f"<strong>{name}</strong>" in unescape(page.text)
    nameless = {"op": "remove", "path": "/clientName"}
    assert (await door.patch(f"{CLIENTS}/{inum}", nameless)).status_code == 200
    page = await door.http.get(answer.json()["verification_uri_complete"])
    assert f"<strong>{inum}</strong>" in page.text
    assert (await door.call("DELETE", f"{CLIENTS}/{inum}")).status_code == 204
    assert (await door.http.get(answer.json()["verification_uri_complete"])).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://op.example"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_no_other_site_can_approve(door: Door, headers: dict[str, str]) -> None:
    started = await start(door)
    answer = await decide(door, started["user_code"], **headers)
    assert answer.status_code == 403
    assert await poll(door, started["device_code"]) == (400, "authorization_pending")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://op.example"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://op.example"},
    ],
)
async def test_its_own_form_can(door: Door, headers: dict[str, str]) -> None:
    started = await start(door)
    assert (await decide(door, started["user_code"], **headers)).status_code == 200


async def test_forms_that_are_none(door: Door) -> None:
    code = (await start(door))["user_code"]
    assert (await decide(door, code, "maybe")).status_code == 400
    assert (await decide(door, code, role="root")).status_code == 400
    assert (await decide(door, "")).status_code == 404
    assert (await door.http.post(PAGE)).status_code == 400
    assert (await door.http.post(PAGE, json={})).status_code == 415
    assert (await decide(door, code)).status_code == 200


async def test_codes_are_not_stored_as_they_are(door: Door) -> None:
    started = await start(door, scope=SCOPE)
    await decide(door, started["user_code"])
    _, tokens = await poll(door, started["device_code"])
    door.sandbox.close()
    kept = b"".join(
        path.read_bytes() for path in door.settings.data_folder.iterdir() if path.is_file()
    )
    assert TUI_CLIENT.encode() in kept
    letters = started["user_code"].replace("-", "")
    secrets = (started["device_code"], started["user_code"], letters)
    for secret in (*secrets, tokens["refresh_token"], tokens["access_token"]):
        assert str(secret).encode() not in kept
