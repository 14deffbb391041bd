"""A sandbox to save to, and a second way to it that nothing disturbs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote_plus

import httpx

from tests.faults import Fault, FaultyTransport
from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.forms.draft import Draft
from tui.models.document import ClientDocument
from tui.models.json import Json, JsonObject
from tui.sandbox.app import create_app
from tui.sandbox.credentials import load_or_create
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.store import Row
from tui.sandbox.tables import CLIENTS as CLIENT_TABLE

Generation = Literal["A", "B", "C"]
GENERATIONS: tuple[Generation, ...] = ("A", "B", "C")

BASE = "http://sandbox.localhost"
TOKEN = f"{BASE}/jans-auth/restv1/token"
CLIENTS = "/openid/clients"

START: JsonObject = {
    "clientName": "Acme",
    "redirectUris": ["https://rp.example/cb"],
    "grantTypes": ["client_credentials"],
    "responseTypes": ["code"],
    "tokenEndpointAuthMethod": "client_secret_basic",
}


@dataclass
class Server:
    """The embedded server, by two doors.

    Attributes:
        api: what is tested saves through this; it fails where ``transport`` says.
        transport: the faults, and what was sent.
        other: somebody else, whose requests always arrive.
        raw: HTTP without anything of ours in between.
        sandbox: the server itself, to put in what no request could.
    """

    api: ConfigApi
    transport: FaultyTransport
    other: ConfigApi
    raw: httpx.AsyncClient
    sandbox: Sandbox

    async def made(self, secret: str = "first-secret-of-the-test", **members: Json) -> Draft:
        """The draft of a client that the server has, with a secret that works."""
        document = await self.other.clients.create({**START, **members})
        await self.other.clients.replace({**document.raw, "clientSecret": secret})
        return Draft((await self.other.clients.get(document.inum)).raw)

    async def keep(self, client: JsonObject, secret: str) -> None:
        """Store a client as it is, with a secret that works."""
        await self.sandbox.run(
            lambda store: store.put(CLIENT_TABLE, client, self.sandbox.cipher.encrypt(secret))
        )

    async def kept(self, inum: str) -> Row:
        """The client as it is stored, with its secret as that is stored."""
        row = await self.sandbox.run(lambda store: store.get(CLIENT_TABLE, inum))
        assert row is not None
        return row

    async def stored(self, inum: str) -> JsonObject:
        """The client as the server has it."""
        return (await self.other.clients.get(inum)).raw

    async def all_named(self, name: str) -> list[ClientDocument]:
        """The clients with ``name`` in their name."""
        return list((await self.other.clients.page(pattern=name)).entries)

    async def lets_in(self, inum: str, secret: str, *, post: bool = False) -> bool:
        """Whether the client gets a token with ``secret``."""
        form = {"grant_type": "client_credentials"}
        if post:
            answer = await self.raw.post(
                TOKEN, data={**form, "client_id": inum, "client_secret": secret}
            )
        else:
            names = quote_plus(inum), quote_plus(secret)
            answer = await self.raw.post(TOKEN, data=form, auth=names)
        return answer.status_code == 200 and "access_token" in answer.json()

    async def has_secret(self, inum: str, secret: str) -> bool:
        """``lets_in`` for a client whose settings forbid it now: they are changed for it."""
        await self.change(inum, tokenEndpointAuthMethod="client_secret_basic", disabled=False)
        return await self.lets_in(inum, secret)

    async def forget_tokens(self) -> None:
        """Revoke every access token, as when a server is restored from a backup."""
        await self.sandbox.run(
            lambda store: store.connection.execute("UPDATE tokens SET revoked=1")
        )

    async def change(self, inum: str, **members: Json) -> None:
        """Somebody else edits the client."""
        await self.other.clients.patch(
            inum,
            [{"op": "add", "path": f"/{name}", "value": value} for name, value in members.items()],
        )


@asynccontextmanager
async def serving(
    folder: Path,
    faults: Sequence[Fault] = (),
    connection: Mapping[str, Any] | None = None,
    **settings: Any,
) -> AsyncIterator[Server]:
    """A sandbox on ``folder`` with these settings, in which ``faults`` happen.

    ``connection`` are members of the ``ApiConfig`` of what is tested.
    """
    chosen = SandboxSettings(folder, **settings)
    app = create_app(chosen)
    credentials = load_or_create(chosen)
    config = ApiConfig(BASE, credentials.client_id, credentials.client_secret)

    def door() -> httpx.ASGITransport:
        return httpx.ASGITransport(app=app, raise_app_exceptions=False)

    transport = FaultyTransport(door(), faults)
    async with (
        ConfigApi(replace(config, **connection or {}), transport=transport) as api,
        ConfigApi(config, transport=door()) as other,
        httpx.AsyncClient(transport=door()) as raw,
    ):
        yield Server(api, transport, other, raw, app.state.sandbox)
    app.state.sandbox.close()
