"""What is not sent, whatever a provider is like, and what of its answers is not taken."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.registrations.odd_provider import (
    ENDPOINT,
    WEB,
    OddProvider,
    registered,
    service,
)
from tui.api import http
from tui.api.errors import ApiError, Invalid, NotProvider
from tui.models.json import JsonObject
from tui.registrations.service import Registrations

PRIVATE: list[JsonObject] = [
    {"jwks": {"keys": [{"kty": "RSA", "n": "x", "e": "AQAB", "d": "x"}]}},
    {"jwks": {"keys": [{"kty": "EC"}, {"kty": "oct", "k": "x"}]}},
    {"jwks": '{"keys": [{"kty": "OKP", "d": "x"}]}'},
    {"jwks": {"kty": "RSA", "qi": "x"}},
    {"jwks": [{"kty": "RSA", "oth": []}]},
]


@pytest.mark.parametrize("wrong", PRIVATE)
async def test_private_keys_stay_here(wrong: JsonObject, tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        sent = len(provider.requests)

        def signed(_body: JsonObject) -> str:
            raise AssertionError("nothing is to be signed")

        for call in (
            registrations.register({**WEB, **wrong}),
            registrations.register({**WEB, **wrong}, sign=signed),
            registrations.update("client-1", {**WEB, **wrong}),
        ):
            with pytest.raises(Invalid, match="private or symmetric key") as caught:
                await call
            assert caught.value.members == ("jwks",)
        assert len(provider.requests) == sent


async def test_public_keys_may_go(tmp_path: Path) -> None:
    public: JsonObject = {"jwks": {"keys": [{"kty": "EC", "crv": "P-256", "x": "a", "y": "b"}]}}
    outcome = await registered(OddProvider(), tmp_path, {**WEB, **public, "jwks_uri": ""})
    assert outcome.registration.picture["jwks"] == public["jwks"]


async def test_there_is_no_patch(tmp_path: Path) -> None:
    provider = OddProvider(clears_by="nothing", rotates=True)
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        await registrations.update("client-1", {"client_name": "x"})
        await registrations.delete("client-1")
    assert set(provider.methods) == {"GET", "POST", "PUT", "DELETE"}


async def test_a_token_goes_to_its_own_address_alone(tmp_path: Path) -> None:
    """Whatever the provider answers later: another host never sees the token."""
    provider = OddProvider(rotates=True)
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        await registrations.register(WEB)
        provider.clients["client-1"]["client_name"] = "x"
        provider.gives = ["token"]
        provider.adds = {"registration_client_uri": "https://evil.example/register"}
        await registrations.update("client-1", registrations.kept("client-1").metadata)
        await registrations.read("client-2")
        await registrations.read("client-1")
    used = [
        (request.url.params.get("client_id"), request.headers["authorization"])
        for request in provider.requests
        if request.method in {"GET", "PUT"} and "authorization" in request.headers
    ]
    assert all(token.endswith(f"-of-{client_id}") for client_id, token in used)
    assert {request.url.host for request in provider.requests} == {"op.example"}


async def test_an_answer_about_another_client_is_not_taken(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        made = await registrations.register(WEB)
        stranger = {"client_id": "client-2", "registration_access_token": "token-9"}
        provider.instead = http.Response(200, json=stranger)
        with pytest.raises(NotProvider, match="for another client"):
            await registrations.read("client-1")
        assert registrations.kept("client-1") == made.registration


@pytest.mark.parametrize("uri", ["http://op.example/register?client_id=client-1", "register/1"])
async def test_no_token_goes_over_an_open_line(uri: str, tmp_path: Path) -> None:
    provider = OddProvider(gives=["token"], adds={"registration_client_uri": uri})
    async with service(provider, tmp_path) as registrations:
        made = await registrations.register(WEB)
        assert isinstance(made.problem, Invalid)
        assert "cannot be used" in made.sentences[0]
        assert registrations.kept("client-1").uri == uri
    assert provider.methods == ["GET", "POST"]


async def test_a_failed_read_back_does_not_undo_the_registration(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.endpoint()
        answer = provider._register(
            http.Request("POST", ENDPOINT, content=json.dumps(WEB).encode())
        )
        replies = [answer, http.Response(500)]

        def handler(_request: http.Request) -> http.Response:
            return replies.pop(0)

        failing = _with(handler, registrations)
        made = await failing.register(WEB)
        assert made.problem is not None
        assert not made.report.read_back
        assert made.sentences[0].startswith("It was not read back: op.example")
        assert registrations.kept("client-1").token == provider.tokens["client-1"]


def _with(handler: Any, registrations: Registrations) -> Registrations:
    from tests.api.registration.support import registration_api
    from tui.registrations.outcome import Provider

    return Registrations(
        Provider(registrations.provider.address, ENDPOINT),
        registration_api(handler),
        registrations.vault,
    )


async def test_the_token_before_serves_when_the_new_one_never_took_effect(tmp_path: Path) -> None:
    provider = OddProvider(rotates=True)
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        old = provider.tokens["client-1"]
        await registrations.read("client-1")
        kept = registrations.kept("client-1")
        assert kept.previous == old
        provider.tokens["client-1"] = old
        outcome = await registrations.read("client-1")
        assert outcome.registration.token == provider.tokens["client-1"]
        provider.rotates = False
        await registrations.read("client-1")
        assert registrations.kept("client-1").previous == ""


async def test_what_providers_say_is_plain_text(tmp_path: Path) -> None:
    hostile = "\x1b[31m[/b]\u202eevil\n" * 40
    outcome = await registered(OddProvider(alters={"client_name": hostile}), tmp_path)
    (sentence,) = outcome.sentences
    assert sentence.isprintable()
    assert len(sentence) < 300


async def test_a_read_only_profile_sends_no_write(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
    async with service(provider, tmp_path, read_only=True) as registrations:
        sent = len(provider.requests)
        for call in (
            registrations.register(WEB),
            registrations.update("client-1", WEB),
            registrations.delete("client-1"),
        ):
            with pytest.raises(ApiError, match="read-only"):
                await call
        await registrations.read("client-1")
        assert {request.method for request in provider.requests[sent:]} == {"GET"}
