"""The API against the embedded server, which answers as a Jans server does."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.api.support import config
from tui.api import http
from tui.api.config import SSA_SCOPES
from tui.api.config_api import ConfigApi
from tui.api.errors import InsufficientScope, Invalid, NotFound, ReadOnly, Unauthorised
from tui.models.json import Json
from tui.sandbox.app import create_app
from tui.sandbox.settings import SandboxSettings

OWN = config(base_url="http://sandbox.localhost", client_id="1800.test", client_secret="s3cret+%")


@pytest.fixture(scope="module")
def sandbox_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sandbox")


@pytest.fixture
def server(sandbox_folder: Path) -> Iterator[http.ASGITransport]:
    app = create_app(
        SandboxSettings(
            sandbox_folder,
            client_id=OWN.client_id,
            client_secret=OWN.client_secret,
            max_count=5,
        )
    )
    yield http.ASGITransport(app=app)
    app.state.sandbox.close()


@pytest.fixture
async def api(server: http.ASGITransport) -> AsyncIterator[ConfigApi]:
    async with ConfigApi(OWN, transport=server) as api:
        yield api


async def test_a_clients_life(api: ConfigApi) -> None:
    uris: list[Json] = ["https://rp.example/cb"]
    created = await api.clients.create({"clientName": "Zoë", "redirectUris": uris})
    assert created.inum
    assert (await api.clients.get(created.inum)).name == "Zoë"
    assert (await api.clients.page(limit=5, pattern="Zoë")).total == 1
    operations: list[dict[str, Json]] = [{"op": "add", "path": "/disabled", "value": True}]
    assert (await api.clients.patch(created.inum, operations)).get("disabled") is True
    whole = dict((await api.clients.get(created.inum)).raw)
    whole["description"] = "changed"
    assert (await api.clients.replace(whole)).text("description") == "changed"
    await api.clients.delete(created.inum)
    with pytest.raises(NotFound):
        await api.clients.get(created.inum)
    with pytest.raises(NotFound):
        await api.clients.delete(created.inum)


async def test_all_clients_come_in_pages_as_large_as_the_server_allows(api: ConfigApi) -> None:
    with pytest.raises(Invalid):
        await api.clients.page(limit=6)
    found = await api.clients.all()
    assert len(found) == (await api.clients.page(limit=1)).total > 5
    assert len({client.inum for client in found}) == len(found)


async def test_what_is_missing_is_named(api: ConfigApi) -> None:
    with pytest.raises(Invalid) as caught:
        await api.clients.create({"clientName": "no address"})
    assert caught.value.members == ("redirectUris",)
    body: dict[str, Json] = {"redirectUris": ["https://rp.example/cb"], "scopes": ["nosuch"]}
    with pytest.raises(Invalid) as caught:
        await api.clients.create(body)
    assert caught.value.members == ("scopes",)


async def test_a_secret_is_tried_where_it_is_used(api: ConfigApi) -> None:
    assert await api.secret_works(OWN.client_id, OWN.client_secret, post=False) is True
    assert await api.secret_works(OWN.client_id, OWN.client_secret, post=True) is False
    assert await api.secret_works(OWN.client_id, "wrong", post=False) is False


async def test_what_clients_refer_to_can_be_read(api: ConfigApi) -> None:
    assert "openid" in {scope.id for scope in await api.scopes.all()}
    assert await api.claims.all()
    assert all(script.get("enabled") is True for script in await api.scripts.all())
    assert await api.acrs.default()
    assert (await api.discovery())["issuer"] == OWN.base_url
    assert {check["status"] for check in await api.health()} == {"UP"}
    assert set(OWN.scopes) - set(api.granted_scopes or ()) == set(SSA_SCOPES[1:])


async def test_lacking_scopes_are_named(server: http.ASGITransport) -> None:
    reads = tuple(scope for scope in OWN.scopes if scope.endswith("clients.readonly"))
    async with ConfigApi(replace(OWN, scopes=reads), transport=server) as api:
        assert (await api.clients.page(limit=1)).total
        assert api.granted_scopes == reads
        with pytest.raises(InsufficientScope) as caught:
            await api.clients.delete("nosuch")
    assert any("clients.delete" in scope for scope in caught.value.required)
    assert caught.value.held == reads


async def test_a_wrong_secret_is_told(server: http.ASGITransport) -> None:
    async with ConfigApi(replace(OWN, client_secret="wrong"), transport=server) as api:
        with pytest.raises(Unauthorised) as caught:
            await api.clients.page()
    assert "ID and secret" in caught.value.sentence


async def test_read_only_reads(server: http.ASGITransport) -> None:
    async with ConfigApi(replace(OWN, read_only=True), transport=server) as api:
        inum = (await api.clients.page(limit=1)).entries[0].inum
        with pytest.raises(ReadOnly):
            await api.clients.delete(inum)
        assert (await api.clients.get(inum)).inum == inum
