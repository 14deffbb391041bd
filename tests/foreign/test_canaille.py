"""The life of a registration with a provider that nobody here wrote."""

from pathlib import Path

import pytest

from tests.foreign.running import Canaille
from tui.api.config import ApiConfig
from tui.api.errors import ApiError, Invalid, TokenRefused
from tui.models.json import JsonObject
from tui.models.registration.mapping import to_client, to_registration
from tui.models.registration.picture import is_empty
from tui.registrations.opening import open_registrations
from tui.registrations.service import Registrations

WEB: JsonObject = {
    "client_name": "Shop",
    "redirect_uris": ["https://shop.example/cb", "https://shop.example/cb2"],
    "grant_types": ["authorization_code", "refresh_token"],
    "response_types": ["code"],
    "token_endpoint_auth_method": "client_secret_basic",
    "scope": "openid profile",
    "contacts": ["admin@shop.example"],
}


def opened(provider: Canaille, folder: Path) -> Registrations:
    return open_registrations(ApiConfig(provider.issuer, "", ""), folder=folder)


async def test_the_life_of_a_registration(provider: Canaille, tmp_path: Path) -> None:
    async with opened(provider, tmp_path) as registrations:
        made = await registrations.register(WEB)
        assert made.report.read_back
        assert made.report.as_asked, made.sentences
        client_id = made.registration.client_id
        assert made.registration.uri == f"{provider.issuer}/oauth/register/{client_id}"

        client = to_client(made.registration.metadata)
        client["clientName"] = "Shop 2"
        client["redirectUris"] = ["https://shop.example/new"]
        wanted = to_registration(client, made.registration.metadata)
        changed = await registrations.update(client_id, wanted)
        assert changed.report.as_asked, changed.sentences

        read = await registrations.read(client_id)
        assert read.registration.name == "Shop 2"
        assert read.registration.picture["redirect_uris"] == ["https://shop.example/new"]
        assert read.registration.picture["contacts"] == ["admin@shop.example"]
        assert read.report.as_asked

        handed = registrations.export(client_id)
        registrations.forget(client_id)
        assert registrations.list() == []
        uri, token = handed["registration_client_uri"], handed["registration_access_token"]
        taken = await registrations.import_(str(uri), str(token))
        assert taken.registration.name == "Shop 2"

        await registrations.delete(client_id)
        assert registrations.list() == []
        with pytest.raises(ApiError):
            await registrations.import_(str(uri), str(token))


async def test_clearing_a_member(provider: Canaille, tmp_path: Path) -> None:
    """It keeps what is left out of an update, so that another way has to be found."""
    async with opened(provider, tmp_path) as registrations:
        made = await registrations.register({**WEB, "logo_uri": "https://shop.example/logo.png"})
        wanted = {**made.registration.metadata, "logo_uri": None}
        outcome = await registrations.update(made.registration.client_id, wanted)
        assert outcome.sentences == ()
        assert is_empty(outcome.registration.picture.get("logo_uri"))
        assert outcome.registration.picture["client_name"] == "Shop"


async def test_client_credentials_without_a_redirect_uri(
    provider: Canaille, tmp_path: Path
) -> None:
    async with opened(provider, tmp_path) as registrations:
        outcome = await registrations.register(
            {"client_name": "Batch", "grant_types": ["client_credentials"]}
        )
        assert outcome.registration.picture["grant_types"] == ["client_credentials"]


async def test_what_it_refuses_is_said_at_the_member(provider: Canaille, tmp_path: Path) -> None:
    async with opened(provider, tmp_path) as registrations:
        with pytest.raises(Invalid) as caught:
            await registrations.register({**WEB, "token_endpoint_auth_method": "no-such-method"})
        assert caught.value.server_words
        assert registrations.list() == []


async def test_a_wrong_token_is_refused(provider: Canaille, tmp_path: Path) -> None:
    async with opened(provider, tmp_path) as registrations:
        made = await registrations.register(WEB)
        with pytest.raises(TokenRefused):
            await registrations.import_(made.registration.uri, "wrong")


async def test_initial_tokens_are_taken_one_for_each(guarded: Canaille, tmp_path: Path) -> None:
    async with opened(guarded, tmp_path) as registrations:
        with pytest.raises(TokenRefused, match="without leave"):
            await registrations.register(WEB)
        for _ in range(2):
            await registrations.register(WEB, initial_token=guarded.initial_token)
        assert len(registrations.list()) == 2
        token = await guarded.initial_token()

        async def used() -> str:
            return token

        await registrations.register(WEB, initial_token=used)
        with pytest.raises(TokenRefused, match="refuses the initial access token"):
            await registrations.register(WEB, initial_token=used)
