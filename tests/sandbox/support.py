"""Talking to a sandbox in the same process."""

import json
from dataclasses import dataclass, field
from typing import Any

import httpx

from tui.sandbox.credentials import Credentials
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.settings import SandboxSettings

API = "/jans-config-api/api/v1"
CLIENTS = f"{API}/openid/clients"
SCOPES = f"{API}/scopes"
TOKEN = "/jans-auth/restv1/token"
REVOKE = "/jans-auth/restv1/revoke"
P = "https://jans.io/oauth/config/"
MINIMAL = {"redirectUris": ["https://rp.example/cb"]}


@dataclass
class Door:
    """A sandbox and a way to call it; ``json`` and ``patch`` go with a token of all scopes."""

    settings: SandboxSettings
    credentials: Credentials
    sandbox: Sandbox
    http: httpx.AsyncClient
    bearer: str = field(default="")

    async def token(self, scope: str | None = None) -> str:
        """A new access token of the sandbox's own client."""
        answer = await self.http.post(
            TOKEN,
            data={"grant_type": "client_credentials"} | ({"scope": scope} if scope else {}),
            auth=(self.credentials.client_id, self.credentials.client_secret),
        )
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])

    async def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """A request with a token of all scopes."""
        self.bearer = self.bearer or await self.token()
        headers = {"Authorization": f"Bearer {self.bearer}"} | options.pop("headers", {})
        return await self.http.request(method, path, headers=headers, **options)

    async def get(self, path: str, **parameters: Any) -> httpx.Response:
        """GET with query parameters."""
        return await self.call("GET", path, params=parameters or None)

    async def entry(self, path: str) -> Any:
        """The JSON of a GET that has to work."""
        answer = await self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def patch(self, path: str, *operations: dict[str, Any]) -> httpx.Response:
        """PATCH with JSON Patch operations."""
        return await self.patch_text(path, json.dumps(operations))

    async def patch_text(self, path: str, text: str | bytes) -> httpx.Response:
        """PATCH with any body."""
        media = {"Content-Type": "application/json-patch+json"}
        return await self.call("PATCH", path, headers=media, content=text)

    async def create(self, **members: Any) -> Any:
        """The answer to a POST of a client, which has to work."""
        answer = await self.call("POST", CLIENTS, json=MINIMAL | members)
        assert answer.status_code == 201, answer.text
        return answer.json()


async def inums(door: Door, path: str, **parameters: Any) -> list[str]:
    """The keys on one page."""
    answer = await door.get(path, **parameters)
    assert answer.status_code == 200, answer.text
    return [entry["inum"] for entry in answer.json().get("entries", [])]


INTERNAL = {
    "code": "500",
    "message": "Internal Server error",
    "description": "Internal error occurs, for more details please check log files.",
}
"""The body of every unexpected failure."""

REGISTER = "/jans-auth/restv1/register"
SSA = "/jans-auth/restv1/ssa"


async def register(door: Door, **members: Any) -> Any:
    """The answer to a registration, which has to work."""
    answer = await door.http.post(REGISTER, json=members)
    assert answer.status_code == 201, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return answer.json()


async def manage(door: Door, method: str, made: Any, **options: Any) -> httpx.Response:
    """A request at the registration of ``made``, with its token."""
    headers = {"Authorization": f"Bearer {made['registration_access_token']}"}
    return await door.http.request(
        method, made["registration_client_uri"], headers=headers, **options
    )


def problem(answer: httpx.Response) -> tuple[int, str, str]:
    """Status, ``error`` and ``error_description`` of a refusal."""
    body = answer.json()
    assert answer.headers["cache-control"] == "no-store"
    return answer.status_code, body["error"], body["error_description"]
