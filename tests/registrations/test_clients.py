"""What is kept here, as a list of clients like a server's."""

from pathlib import Path

import pytest

from tests.registrations.odd_provider import OddProvider, service
from tui.api.config import ApiConfig
from tui.api.errors import NotFound, NotKept
from tui.models.json import JsonObject
from tui.registrations.connection import ProviderConnection
from tui.registrations.handing_over import read_handed_over
from tui.registrations.registration import Registration


def connection(folder: Path, provider: OddProvider | None = None) -> ProviderConnection:
    provider = provider or OddProvider()
    return ProviderConnection(ApiConfig(provider.issuer, "", ""), service(provider, folder))


async def filled(folder: Path, provider: OddProvider | None = None) -> ProviderConnection:
    """With the clients b, A and c, the last one native."""
    made = connection(folder, provider)
    for name, kind in (("b", "web"), ("A", "web"), ("c", "native")):
        await made.registrations.register(
            {"client_name": name, "application_type": kind, "redirect_uris": ["https://rp.example"]}
        )
    return made


async def names(made: ProviderConnection, **query: object) -> list[str]:
    page = await made.clients.page(sort_by="displayName", **query)  # type: ignore[arg-type]
    return [client.name for client in page.entries]


async def test_pages_in_order(tmp_path: Path) -> None:
    async_list = await filled(tmp_path)
    assert await names(async_list) == ["A", "b", "c"]
    assert await names(async_list, descending=True) == ["c", "b", "A"]
    assert await names(async_list, offset=1, limit=1) == ["b"]
    page = await async_list.clients.page(offset=1, limit=1)
    assert (page.start, page.total) == (1, 3)
    assert [one.name async for one in async_list.clients.iterate(sort_by="displayName")] == [
        *("A", "b", "c")
    ]


async def test_what_is_searched_for(tmp_path: Path) -> None:
    made = await filled(tmp_path)
    assert await names(made, pattern="a") == ["A"]
    assert await names(made, pattern="CLIENT-2") == ["A"]
    assert await names(made, filters={"applicationType": "native"}) == ["c"]
    assert await names(made, filters={"disabled": "true"}) == []
    assert await names(made, filters={"disabled": "false"}) == ["A", "b", "c"]


async def test_a_list_has_no_secrets_and_asks_nobody(tmp_path: Path) -> None:
    provider = OddProvider()
    made = await filled(tmp_path, provider)
    asked = len(provider.requests)
    page = await made.clients.page()
    assert not any("clientSecret" in client.raw for client in page.entries)
    assert not any("registration_client_uri" in client.raw for client in page.entries)
    assert len(provider.requests) == asked
    client = await made.clients.get("client-1")
    assert client.get("clientSecret") == "secret-of-client-1"
    assert len(provider.requests) == asked + 1


async def test_one_that_is_not_kept_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="not kept here"):
        await connection(tmp_path).clients.get("nobody")


async def test_names_of_the_metadata_stand_for_entries(tmp_path: Path) -> None:
    listed: JsonObject = {"scopes_supported": ["openid", "openid", 7, "email"]}
    made = connection(tmp_path, OddProvider(endpoints=listed))
    assert [(one.dn, one.text("id")) for one in await made.scopes.all()] == [
        ("openid", "openid"),
        ("email", "email"),
    ]
    assert await made.claims.all() == []
    assert await made.scripts.all() == []


async def test_what_cannot_be_kept_is_told_with_its_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await filled(tmp_path, OddProvider(rotates=True))
    told: list[Registration] = []
    made.keeping.on_unkept = told.append
    monkeypatch.setattr(made.registrations.vault, "prove", lambda: None)
    monkeypatch.setattr("tui.registrations.vault.write_private", full)
    with pytest.raises(NotKept, match="Note its access token now"):
        await made.clients.get("client-1")
    (lost,) = told
    assert lost.token
    assert lost.token not in repr(lost)


def full(path: Path, data: bytes) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("{}", "no registration_client_uri"),
        ('{"registration_client_uri": 7}', "no registration_client_uri"),
        ("/no/such/file", "no file that can be read"),
    ],
)
def test_what_hands_nothing_over(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_handed_over(text)
