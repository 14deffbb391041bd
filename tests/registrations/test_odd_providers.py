"""Providers that do not go by the book: each is coped with, and said."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.registrations.odd_provider import (
    WEB,
    OddProvider,
    on_disk,
    registered,
    service,
)
from tui.api import http
from tui.api.errors import Invalid, InvalidMetadata, NotProvider, TokenRefused
from tui.models.json import JsonObject

PAGE = http.Response(200, headers={"content-type": "text/html"}, text="<h1>Sign in</h1>")


@pytest.mark.parametrize("created", [200, 201])
@pytest.mark.parametrize("deleted", [200, 204])
async def test_success_is_any_of_its_codes(created: int, deleted: int, tmp_path: Path) -> None:
    provider = OddProvider(created=created, deleted=deleted)
    async with service(provider, tmp_path) as registrations:
        assert (await registrations.register(WEB)).sentences == ()
        await registrations.delete("client-1")
        assert registrations.list() == []


async def test_a_dropped_member_is_said(tmp_path: Path) -> None:
    outcome = await registered(OddProvider(drops=["scope"]), tmp_path)
    assert outcome.report.dropped == ("scope",)
    assert outcome.sentences == ("The provider dropped scope.",)
    assert "scope" not in outcome.registration.picture


async def test_a_changed_value_is_said(tmp_path: Path) -> None:
    outcome = await registered(OddProvider(alters={"client_name": "Shop (unverified)"}), tmp_path)
    assert outcome.sentences == (
        "The provider changed client_name from “Shop” to “Shop (unverified)”.",
    )
    assert outcome.registration.name == "Shop (unverified)"


async def test_what_it_adds_is_known_and_no_matter(tmp_path: Path) -> None:
    outcome = await registered(OddProvider(adds={"subject_type": "pairwise"}), tmp_path)
    assert outcome.report.added == ("subject_type",)
    assert outcome.report.as_asked
    assert outcome.sentences == ()


async def test_a_token_that_changes_with_each_use_is_always_the_last_one(tmp_path: Path) -> None:
    provider = OddProvider(rotates=True)
    async with service(provider, tmp_path) as registrations:
        made = await registrations.register(WEB)
        assert made.report.token_changed
        for _ in range(3):
            outcome = await registrations.read("client-1")
            assert outcome.report.token_changed
            assert outcome.registration.token == provider.tokens["client-1"]
            secrets = on_disk(tmp_path)["secrets"]
            assert isinstance(secrets, dict)
            assert secrets["token"] == provider.tokens["client-1"]
        await registrations.update("client-1", {**WEB, "client_name": "New"})
        await registrations.delete("client-1")


@pytest.mark.parametrize(
    ("gives", "lacking"),
    [(["token"], "address"), (["uri"], "access token"), ([], "address")],
)
async def test_without_address_or_token_it_is_kept_and_said(
    gives: list[str], lacking: str, tmp_path: Path
) -> None:
    provider = OddProvider(gives=gives)
    async with service(provider, tmp_path) as registrations:
        outcome = await registrations.register(WEB)
        assert len(outcome.sentences) == 1
        assert f"op.example gave no {lacking}" in outcome.sentences[0]
        assert not outcome.registration.is_manageable
        assert [one.secret for one in [registrations.kept("client-1")]] == ["secret-of-client-1"]
        sent = len(provider.requests)
        for call in (
            registrations.read("client-1"),
            registrations.update("client-1", WEB),
            registrations.delete("client-1"),
        ):
            with pytest.raises(Invalid, match="can't be read or changed from here"):
                await call
        assert len(provider.requests) == sent


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (PAGE, "answered with a page (200) when asked to register the client"),
        (http.Response(201, headers={"content-type": "application/json"}, text="{"), "no JSON"),
        (http.Response(201, headers={"content-type": "text/plain"}, text='{"a": 1}'), "no JSON"),
        (http.Response(201, json=["client_id"]), "no JSON object"),
        (http.Response(201), "without a client_id (201)"),
        (http.Response(201, json={"client_id": 5}), "without a client_id (201)"),
    ],
)
async def test_a_success_that_is_none_is_said(
    answer: http.Response, words: str, tmp_path: Path
) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.endpoint()
        provider.instead = answer
        with pytest.raises(NotProvider) as caught:
            await registrations.register(WEB)
        assert words in caught.value.sentence
        assert "all the same" in caught.value.sentence
        assert registrations.list() == []


async def test_a_page_instead_of_the_metadata(tmp_path: Path) -> None:
    with pytest.raises(NotProvider, match="shows no provider metadata"):
        await registered(OddProvider(instead=PAGE), tmp_path)


async def test_a_token_that_was_used_up_is_said(tmp_path: Path) -> None:
    provider = OddProvider(used_up=True)
    async with service(provider, tmp_path) as registrations:
        made = await registrations.register(WEB)
        assert made.report.read_back
        with pytest.raises(TokenRefused) as caught:
            await registrations.read("client-1")
        assert caught.value.sentence == (
            "op.example refuses the registration access token (invalid_token), so it does not "
            "show the registration. It may have been replaced, used up or revoked, or the client "
            "is gone. Nobody but the provider can give a new one."
        )
        assert registrations.kept("client-1") == made.registration


REFUSALS: list[tuple[int, str, Any]] = [
    (400, "application/json", {"error": "access_denied"}),
    (401, "application/json", {"error": "invalid_token"}),
    (401, "application/json", None),
    (403, "text/html", "<h1>no</h1>"),
]


@pytest.mark.parametrize("refusal", REFUSALS)
async def test_every_way_to_refuse_a_token_is_one(
    refusal: tuple[int, str, Any], tmp_path: Path
) -> None:
    provider = OddProvider(refusal=refusal, initial_tokens=["good"])
    async with service(provider, tmp_path) as registrations:
        with pytest.raises(TokenRefused, match=r"without leave .* initial access token"):
            await registrations.register(WEB)

        async def bad() -> str:
            return "bad"

        with pytest.raises(TokenRefused, match="refuses the initial access token"):
            await registrations.register(WEB, initial_token=bad)

        async def good() -> str:
            return "good"

        await registrations.register(WEB, initial_token=good)
        provider.tokens["client-1"] = "another"
        with pytest.raises(TokenRefused, match="refuses the registration access token"):
            await registrations.read("client-1")


async def test_each_registration_takes_a_fresh_initial_token(tmp_path: Path) -> None:
    provider = OddProvider(initial_tokens=["one", "two", "three"])
    left = ["one", "two"]

    async def source() -> str:
        return left.pop(0)

    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB, initial_token=source)
        await registrations.register(WEB, initial_token=source)
        assert {one.client_id for one in registrations.list()} == {"client-1", "client-2"}
    posts = [request for request in provider.requests if request.method == "POST"]
    assert [post.headers["authorization"] for post in posts] == ["Bearer one", "Bearer two"]
    assert provider.initial_tokens == ["three"]


async def test_an_update_is_built_from_the_full_picture(tmp_path: Path) -> None:
    provider = OddProvider(
        unread=["contacts", "logo_uri"], lists=["scope"], adds={"subject_type": "public"}
    )
    metadata: JsonObject = {**WEB, "contacts": ["a@x.example"], "logo_uri": "https://x.example/l"}
    async with service(provider, tmp_path) as registrations:
        made = await registrations.register(metadata)
        assert set(made.registration.unread) == {"contacts", "logo_uri"}
        assert made.registration.picture["scope"] == "openid profile"
        assert "does not tell contacts, logo_uri" in made.sentences[0]
        (kept,) = registrations.list()
        wanted: JsonObject = {**kept.metadata, "client_name": "New", "scope": ["openid", "email"]}
        wanted |= {"jwks": None, "tos_uri": "", "default_acr_values": [], "other": {}}
        changed = await registrations.update("client-1", wanted)
        sent = [json.loads(r.content) for r in provider.requests if r.method == "PUT"]
        assert sent == [
            {
                **metadata,
                "client_id": "client-1",
                "client_secret": "secret-of-client-1",
                "client_name": "New",
                "scope": "openid email",
                "subject_type": "public",
            }
        ]
        assert changed.report.as_asked
        assert changed.registration.picture["contacts"] == ["a@x.example"]
        assert registrations.kept("client-1").picture["contacts"] == ["a@x.example"]


async def test_what_went_elsewhere_does_not_come_back(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.register({**WEB, "logo_uri": "https://x.example/l"})
        del provider.clients["client-1"]["logo_uri"]
        outcome = await registrations.read("client-1")
        assert outcome.report.dropped == ("logo_uri",)
        await registrations.update("client-1", registrations.kept("client-1").metadata)
        assert "logo_uri" not in provider.clients["client-1"]


@pytest.mark.parametrize(
    ("clears_by", "puts"), [("absent", 1), ("null", 2), ("empty", 3), ("nothing", 3)]
)
async def test_clearing_goes_from_one_way_to_the_next(
    clears_by: str, puts: int, tmp_path: Path
) -> None:
    provider = OddProvider(clears_by=clears_by)
    async with service(provider, tmp_path) as registrations:
        await registrations.register({**WEB, "logo_uri": "https://x.example/l"})
        wanted = registrations.kept("client-1").metadata
        del wanted["logo_uri"]
        outcome = await registrations.update("client-1", wanted)
    assert provider.methods.count("PUT") == puts
    if clears_by == "nothing":
        assert outcome.sentences == ("The provider does not let logo_uri be cleared.",)
        assert "logo_uri" in outcome.registration.picture
    else:
        assert outcome.sentences == ()
        assert "logo_uri" not in outcome.registration.picture


async def test_a_new_secret_is_kept_and_said_first(tmp_path: Path) -> None:
    provider = OddProvider(new_secret=True, drops=["tos_uri"])
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        wanted = {**registrations.kept("client-1").metadata, "tos_uri": "https://x.example/t"}
        outcome = await registrations.update("client-1", wanted)
        assert outcome.report.secret_changed
        assert "changed the client secret" in outcome.sentences[0]
        assert (
            registrations.kept("client-1").secret == provider.clients["client-1"]["client_secret"]
        )
        assert registrations.kept("client-1").secret not in " ".join(outcome.sentences)


async def test_an_empty_answer_confirms_nothing_but_a_read_does(tmp_path: Path) -> None:
    provider = OddProvider(answers_update=False)
    async with service(provider, tmp_path) as registrations:
        await registrations.register(WEB)
        wanted = {**registrations.kept("client-1").metadata, "client_name": "New"}
        outcome = await registrations.update("client-1", wanted)
        assert outcome.report.read_back
        assert outcome.registration.name == "New"
        provider.instead = http.Response(200)
        with pytest.raises(NotProvider, match="answered with nothing"):
            await registrations.update("client-1", wanted)
        with pytest.raises(NotProvider, match="answered with nothing"):
            await registrations.read("client-1")
        assert registrations.kept("client-1").name == "New"


async def test_no_redirect_uris_are_sent_as_empty_lists(tmp_path: Path) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.register({"grant_types": ["client_credentials"]})
        (kept,) = registrations.list()
        await registrations.update("client-1", kept.metadata)
    empty: JsonObject = {"redirect_uris": [], "response_types": []}
    assert provider.bodies[0] == {"grant_types": ["client_credentials"], **empty}
    assert provider.bodies[1].items() >= empty.items()


@pytest.mark.parametrize(
    "refusal",
    [
        {"error": "invalid_redirect_uri"},
        {"error": "invalid_client_metadata", "error_description": "redirect_uris is missing"},
    ],
)
async def test_a_provider_that_wants_a_redirect_uri_all_the_same(
    refusal: JsonObject, tmp_path: Path
) -> None:
    provider = OddProvider()
    async with service(provider, tmp_path) as registrations:
        await registrations.endpoint()
        provider.instead = http.Response(400, json=refusal)
        with pytest.raises(InvalidMetadata) as caught:
            await registrations.register({"grant_types": ["client_credentials"]})
        assert "redirect_uris" in caught.value.members
        assert "seems to want one all the same" in caught.value.sentence
        with pytest.raises(InvalidMetadata) as caught:
            await registrations.register(WEB)
        assert "all the same" not in caught.value.sentence
