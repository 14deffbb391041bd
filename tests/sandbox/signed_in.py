"""Signing in by the device flow, as a start for other tests."""

from typing import Any

import httpx

from tests.sandbox.support import TOKEN, Door
from tui.sandbox.seed.clients import TUI_CLIENT

DEVICE = "/jans-auth/restv1/device_authorization"
PAGE = "/jans-auth/device-code"
USERINFO = "/jans-auth/restv1/userinfo"
INTROSPECTION = "/jans-auth/restv1/introspection"
OWN = (TUI_CLIENT, "sandbox-secret-1")
SCOPE = "openid profile email offline_access"


async def sign_in(
    door: Door, role: str = "api-admin", auth: tuple[str, str] = OWN, scope: str = SCOPE
) -> dict[str, Any]:
    """The tokens of a user with this role."""
    answer = await door.http.post(DEVICE, auth=auth, data={"scope": scope})
    assert answer.status_code == 200, answer.text
    started = answer.json()
    form = {"user_code": started["user_code"], "decision": "approve", "role": role}
    assert (await door.http.post(PAGE, data=form)).status_code == 200
    data = {
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "device_code": started["device_code"],
    }
    answer = await door.http.post(TOKEN, auth=auth, data=data)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def userinfo(door: Door, token: str, method: str = "POST") -> httpx.Response:
    """What the server says about the user."""
    headers = {"Authorization": f"Bearer {token}"}
    return await door.http.request(method, USERINFO, headers=headers)


async def outcome(
    door: Door, auth: tuple[str, str] = OWN, **fields: str
) -> tuple[int, dict[str, Any]]:
    """Status and body of a request at the token endpoint."""
    answer = await door.http.post(TOKEN, auth=auth, data=fields)
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, answer.json()


async def opens(door: Door, token: str, path: str) -> bool:
    """Whether the Config API answers a GET with this token."""
    headers = {"Authorization": f"Bearer {token}"}
    answer = await door.http.get(path, headers=headers)
    assert answer.status_code in (200, 401), answer.text
    return answer.status_code == 200
