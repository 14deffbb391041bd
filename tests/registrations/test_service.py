"""The life of a registration, and what must hold around each call."""

from pathlib import Path

from tests.registrations.odd_provider import ISSUER, OddProvider, files_in, on_disk, service
from tui.models.json import JsonObject

WEB: JsonObject = {
    "client_name": "Shop",
    "redirect_uris": ["https://shop.example/cb"],
    "grant_types": ["authorization_code"],
    "scope": "openid profile",
}


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
