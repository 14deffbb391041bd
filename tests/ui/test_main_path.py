"""The whole way by keys alone: add, review, create, open again, change, save, delete."""

from pathlib import Path
from typing import Any

import httpx
from textual.pilot import Pilot

from tests.serving import BASE
from tests.ui.support import NORMAL, text_of, wait_for_text, wait_until
from tui.app import JansTui
from tui.models.json import JsonObject
from tui.sandbox.app import create_app
from tui.sandbox.credentials import load_or_create
from tui.sandbox.settings import SandboxSettings
from tui.screens.client import ClientScreen
from tui.screens.clients import ClientsScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.pick import PickScreen
from tui.screens.review import ReviewScreen
from tui.screens.saved import SavedScreen
from tui.session import sandbox_session
from tui.widgets.fields.editor import Editor

TOKEN = f"{BASE}/jans-auth/restv1/token"
CLIENTS = f"{BASE}/jans-config-api/api/v1/openid/clients"
REDIRECTS = ["https://portal.acme.example/cb", "https://portal.acme.example/cb2"]
SCOPES = ["openid", "profile", "email"]


class Onlooker:
    """Reads what the server has by plain HTTP, through a server of its own on the same data."""

    def __init__(self, folder: Path) -> None:
        settings = SandboxSettings(folder)
        self.app = create_app(settings)
        self.credentials = load_or_create(settings)
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app=self.app))

    async def _get(self, url: str) -> httpx.Response:
        own = self.credentials.client_id, self.credentials.client_secret
        answer = await self.http.post(TOKEN, data={"grant_type": "client_credentials"}, auth=own)
        token = answer.json()["access_token"]
        return await self.http.get(url, headers={"Authorization": f"Bearer {token}"})

    async def client(self, inum: str) -> JsonObject | None:
        """The client; None when there is none."""
        answer = await self._get(f"{CLIENTS}/{inum}")
        assert answer.status_code in (200, 404)
        found: JsonObject | None = answer.json() if answer.status_code == 200 else None
        return found

    async def scope_ids(self, client: JsonObject) -> set[str]:
        """The ids of the client's scopes."""
        answer = await self._get(f"{BASE}/jans-config-api/api/v1/scopes?limit=200")
        ids = {entry["dn"]: entry["id"] for entry in answer.json()["entries"]}
        scopes = client["scopes"]
        assert isinstance(scopes, list)
        return {ids[dn] for dn in scopes}

    async def knows_secret(self, inum: str, secret: str) -> bool:
        """Whether the client is let in with the secret (RFC 6749 section 5.2)."""
        form = {"grant_type": "authorization_code", "code": "none"}
        answer = await self.http.post(TOKEN, data=form, auth=(inum, secret))
        return bool(answer.json()["error"] != "invalid_client")

    async def close(self) -> None:
        await self.http.aclose()
        self.app.state.sandbox.close()


def typed(text: str) -> list[str]:
    """The keys of a text."""
    return ["space" if letter == " " else letter for letter in text]


async def test_the_main_path(tmp_path: Path) -> None:
    app = JansTui(sandbox_session(tmp_path))
    onlooker = Onlooker(tmp_path)
    async with app.run_test(size=NORMAL, notifications=True, tooltips=True) as pilot:
        await in_list(pilot)
        inum = await add(pilot, onlooker)
        await change(pilot, onlooker, inum)
        await delete(pilot, onlooker, inum)
    await onlooker.close()


async def at(pilot: Pilot[Any], kind: type[object]) -> None:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def in_list(pilot: Pilot[Any]) -> None:
    await at(pilot, ClientsScreen)
    await wait_for_text(pilot, "Client for Casa")


async def add(pilot: Pilot[Any], onlooker: Onlooker) -> str:
    """Add a client and check what came of it; its inum."""
    await pilot.press("a")
    await at(pilot, ClientScreen)
    await wait_until(pilot, lambda: isinstance(pilot.app.focused, Editor))
    await pilot.press(*typed("Acme Portal"), "enter", "3")
    await wait_for_text(pilot, "▌ Redirect URIs")
    await pilot.press("enter", *REDIRECTS[0], "enter", *REDIRECTS[1], "enter", "escape", "4")
    await wait_for_text(pilot, "▌ Scopes")
    await pilot.press("enter")
    await at(pilot, PickScreen)
    for scope in SCOPES:
        await pilot.press(*scope, "enter")
    await wait_for_text(pilot, "3 chosen of")
    await pilot.press("f2")
    await at(pilot, ClientScreen)
    await pilot.press("6", "enter")
    await at(pilot, PickScreen)
    await pilot.press(*"ES256", "enter")
    await wait_for_text(pilot, "ES256")
    await pilot.press("f2")

    await at(pilot, ReviewScreen)
    await wait_for_text(pilot, "Create Acme Portal?")
    assert (await onlooker._get(f"{CLIENTS}?pattern=Acme")).json()["totalEntriesCount"] == 0
    await pilot.press("enter")

    await at(pilot, SavedScreen)
    await wait_for_text(pilot, "Acme Portal was created")
    assert "it works" in text_of(pilot.app)
    screen = pilot.app.screen
    assert isinstance(screen, SavedScreen)
    inum, secret = screen.saved.document.inum, screen.saved.secret
    assert inum in text_of(pilot.app)
    assert secret not in text_of(pilot.app)
    await pilot.press("r")
    await wait_for_text(pilot, secret)
    assert await onlooker.knows_secret(inum, secret)
    assert not await onlooker.knows_secret(inum, "another")
    made = await onlooker.client(inum)
    assert made is not None
    assert made["clientName"] == "Acme Portal"
    uris = made["redirectUris"]
    assert isinstance(uris, list)
    assert set(uris) == set(REDIRECTS)
    assert await onlooker.scope_ids(made) == set(SCOPES)
    assert made["idTokenSignedResponseAlg"] == "ES256"
    assert made["applicationType"] == "web"
    attributes = made["attributes"]
    assert isinstance(attributes, dict)
    assert attributes["requirePkce"] is True
    await pilot.press("enter")
    await in_list(pilot)
    await wait_for_text(pilot, "▌ Acme Portal")
    assert secret not in text_of(pilot.app)
    return inum


async def change(pilot: Pilot[Any], onlooker: Onlooker, inum: str) -> None:
    """Change one lifetime, and see that nothing else has changed."""
    before = await onlooker.client(inum)
    assert before is not None
    await pilot.press("enter")
    await at(pilot, ClientScreen)
    await wait_for_text(pilot, inum)
    await pilot.press("7", "down", "enter", *"15m", "enter")
    await wait_for_text(pilot, "15 min (900)   was: not set")
    assert "1 changed" in text_of(pilot.app)
    await pilot.press("f2")
    await at(pilot, ReviewScreen)
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    assert [change.path for change in screen.review.mine] == [("accessTokenLifetime",)]
    assert text_of(pilot.app).count("→") == 1
    assert "not set  →  15 min (900)" in text_of(pilot.app)
    assert await onlooker.client(inum) == before
    await pilot.press("enter")
    await in_list(pilot)
    await wait_for_text(pilot, "Saved Acme Portal.")
    assert await onlooker.client(inum) == {**before, "accessTokenLifetime": 900}


async def delete(pilot: Pilot[Any], onlooker: Onlooker, inum: str) -> None:
    """Delete it, at the second thought."""
    await wait_for_text(pilot, "▌ Acme Portal")
    await pilot.press("d")
    await at(pilot, ConfirmScreen)
    await wait_for_text(pilot, "Delete Acme Portal?")
    await pilot.press("enter")
    await in_list(pilot)
    assert await onlooker.client(inum) is not None
    await pilot.press("d")
    await at(pilot, ConfirmScreen)
    await pilot.press("y")
    await in_list(pilot)
    await wait_for_text(pilot, "Acme Portal was deleted.")
    await wait_until(pilot, lambda: inum[:8] not in text_of(pilot.app))
    assert await onlooker.client(inum) is None
