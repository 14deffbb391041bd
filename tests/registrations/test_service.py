"""The life of a registration, and what must hold around each call."""

from pathlib import Path

import pytest

from tests.registrations.keyrings import playing
from tests.registrations.odd_provider import (
    ENDPOINT,
    ISSUER,
    WEB,
    OddProvider,
    files_in,
    on_disk,
    secrets_in,
    service,
)
from tui.api import http
from tui.api.config import ApiConfig
from tui.api.errors import Invalid
from tui.api.registration.api import RegistrationApi
from tui.locations import config_folder
from tui.registrations.opening import open_registrations
from tui.registrations.outcome import Provider
from tui.registrations.registration import key_of
from tui.registrations.service import Registrations
from tui.registrations.vault import Vault


async def test_the_life_of_a_registration(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        made = await registrations.register(WEB)
        assert made.sentences == ()
        assert made.report.read_back
        (kept,) = registrations.list()
        assert (kept.client_id, kept.name, kept.provider) == ("client-1", "Shop", ISSUER)
        assert kept.metadata["client_secret"] == "secret-of-client-1"

        wanted = {**kept.metadata, "client_name": "Shop 2", "logo_uri": "https://shop.example/l"}
        changed = await registrations.update("client-1", wanted)
        assert changed.sentences == ()
        assert changed.registration.picture["logo_uri"] == "https://shop.example/l"
        assert registrations.kept("client-1").name == "Shop 2"

        read = await registrations.read("client-1")
        assert read.sentences == ()
        assert registrations.export("client-1") == {
            "issuer": ISSUER,
            "registration_access_token": provider.tokens["client-1"],
            **read.registration.metadata,
        }
        await registrations.delete("client-1")
        assert registrations.list() == []
    assert provider.methods == ["GET", "POST", "GET", "PUT", "GET", "GET", "DELETE"]
    assert provider.clients == {}
    assert files_in(tmp_path) == []


async def test_the_file_has_all_of_it(tmp_path: Path) -> None:
    async with service(OddProvider(), tmp_path) as registrations:
        await registrations.register(WEB)
    kept = on_disk(tmp_path)
    assert kept["secrets"] == {
        "token": "token-1-of-client-1",
        "secret": "secret-of-client-1",
    }
    assert "secret-of" not in str(kept["picture"])


async def test_a_client_of_elsewhere_is_imported(tmp_path: Path) -> None:
    provider = OddProvider(rotates=True)
    async with service(provider, tmp_path / "theirs") as theirs:
        await theirs.register(WEB)
        handed = theirs.export("client-1")
    async with service(provider, tmp_path / "ours") as ours:
        uri = str(handed["registration_client_uri"])
        taken = await ours.import_(uri, str(handed["registration_access_token"]))
        assert taken.sentences == ()
        assert taken.registration.name == "Shop"
        kept = ours.kept("client-1")
        assert kept.token == provider.tokens["client-1"]
        assert kept.previous == handed["registration_access_token"]
        await ours.update("client-1", {**kept.metadata, "client_name": "Ours"})
        assert provider.clients["client-1"]["client_name"] == "Ours"


async def test_importing_again_keeps_the_secret(tmp_path: Path) -> None:
    provider = OddProvider(unread=["client_secret"])
    async with service(provider, tmp_path) as registrations:
        made = (await registrations.register(WEB)).registration
        await registrations.import_(made.uri, made.token)
        kept = registrations.kept("client-1")
    assert (kept.secret, kept.registered) == ("secret-of-client-1", made.registered)


async def test_a_forgotten_client_stays_at_the_provider(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        registrations.forget("client-1")
        assert registrations.list() == []
        for call in (registrations.kept, registrations.forget, registrations.export):
            with pytest.raises(Invalid, match="No registration of client-1"):
                call("client-1")
        with pytest.raises(Invalid, match="No registration of client-1"):
            await registrations.read("client-1")
    assert "client-1" in provider.clients
    assert files_in(tmp_path) in ([], [lock_of("client-1")])


def lock_of(client_id: str) -> str:
    return f"{key_of(ISSUER, client_id)}.lock"


async def test_a_given_endpoint_needs_no_discovery(tmp_path: Path) -> None:
    provider = OddProvider()
    api = RegistrationApi(ApiConfig(ISSUER, "", ""), transport=http.MockTransport(provider))
    async with Registrations(Provider(ENDPOINT, ENDPOINT), api, Vault(tmp_path)) as registrations:
        await registrations.register(WEB)
        assert await registrations.metadata() == {}
        assert [one.provider for one in registrations.list()] == [ENDPOINT]
    assert provider.methods == ["POST", "GET"]


async def test_what_others_changed_is_seen_on_the_next_read(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        provider.clients["client-1"] |= {"client_name": "Theirs", "subject_type": "public"}
        outcome = await registrations.read("client-1")
        assert [one.name for one in outcome.report.changed] == ["client_name"]
        assert outcome.report.added == ("subject_type",)
        assert (await registrations.read("client-1")).sentences == ()


@pytest.mark.parametrize(("text", "kept"), [("keyring = true", 1), ("keyring = false", 0)])
async def test_the_settings_say_where_tokens_are_kept(text: str, kept: int, tmp_path: Path) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.toml").write_text(text)
    with playing() as backend:
        async with open_registrations(
            ApiConfig(ISSUER, "", ""), folder=tmp_path, transport=http.MockTransport(OddProvider())
        ) as registrations:
            await registrations.register(WEB)
        assert len(backend.kept) == kept


async def test_nothing_secret_is_in_what_is_shown_or_told(tmp_path: Path) -> None:
    told: list[str] = []
    provider = OddProvider(rotates=True, new_secret=True)
    config = ApiConfig(ISSUER, "", "")
    async with open_registrations(
        config, folder=tmp_path, transport=http.MockTransport(provider), debug=told.append
    ) as registrations:
        outcomes = [await registrations.register(WEB), await registrations.read("client-1")]
        wanted = registrations.kept("client-1").metadata
        outcomes.append(await registrations.update("client-1", wanted))
        shown = [repr(outcome) + " ".join(outcome.sentences) for outcome in outcomes]
        shown += [repr(registrations.list()), repr(registrations)]
    assert told
    assert not secrets_in(" ".join(shown))
    values = {"token-", "secret-of", "secret-2"}
    assert not [line for line in told for value in values if value in line]
