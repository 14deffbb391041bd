"""Registration with the sandbox, which behaves as a Jans Auth Server does."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.registrations.conftest import WEB, Opener
from tui.api.errors import ApiError, InvalidMetadata, TokenRefused
from tui.api.registration.signing import signed_request
from tui.keys.generate import generate
from tui.models.json import JsonObject
from tui.models.registration.mapping import client_paths, to_client, to_registration
from tui.session import SANDBOX_URL, sandbox_api


@pytest.mark.parametrize(
    "settings",
    [{}, {"rotate_tokens": True, "created_status": 200}, {"replace_on_update": True}],
    ids=["as installed", "rotating", "replacing"],
)
async def test_the_life_of_a_registration(settings: dict[str, Any], opened: Opener) -> None:
    registrations = opened(**settings)
    made = await registrations.register(WEB)
    assert made.report.read_back
    assert made.report.as_asked, made.sentences
    client_id = made.registration.client_id

    client = to_client(made.registration.metadata)
    assert client["clientName"] == "Shop"
    client["clientName"] = "Shop 2"
    client["postLogoutRedirectUris"] = ["https://shop.example/bye"]
    attributes = client.setdefault("attributes", {})
    assert isinstance(attributes, dict)
    attributes["backchannelLogoutUri"] = ["https://shop.example/logout"]
    wanted = to_registration(client, made.registration.metadata)
    changed = await registrations.update(client_id, wanted)
    assert changed.report.as_asked, changed.sentences

    read = await registrations.read(client_id)
    assert read.registration.name == "Shop 2"
    assert read.registration.picture["backchannel_logout_uri"] == "https://shop.example/logout"
    assert read.report.token_changed is settings.get("rotate_tokens", False)
    await registrations.delete(client_id)
    assert registrations.list() == []


async def test_scopes_that_are_not_for_everybody_are_said_to_be_dropped(opened: Opener) -> None:
    outcome = await opened().register({**WEB, "scope": "openid no-such-scope"})
    assert not outcome.report.as_asked
    assert "scope" in " ".join(outcome.sentences)


async def test_par_is_required_by_the_name_that_the_server_reads(opened: Opener) -> None:
    registrations = opened()
    wanted = to_registration({"attributes": {"requirePar": True}}, WEB)
    assert wanted["require_par"] is wanted["require_pushed_authorization_requests"] is True
    made = await registrations.register({**WEB, **wanted})
    assert made.report.as_asked
    assert made.registration.picture["require_par"] is True
    # From now on only the name that this server uses is sent.
    client = to_client(made.registration.metadata)
    client["attributes"] = {"requirePar": False}
    again = to_registration(client, made.registration.metadata)
    assert again["require_par"] is False
    assert "require_pushed_authorization_requests" not in again
    rfc = {"require_pushed_authorization_requests": True}
    told = await registrations.register({**WEB, **rfc})
    assert told.sentences == (
        "The provider changed require_pushed_authorization_requests from true to false.",
    )


async def test_an_initial_token(opened: Opener) -> None:
    registrations = opened(initial_token="the-initial-token")
    with pytest.raises(TokenRefused, match="without leave"):
        await registrations.register(WEB)

    async def source() -> str:
        return "the-initial-token"

    assert (await registrations.register(WEB, initial_token=source)).report.as_asked


async def test_a_software_statement_of_the_server(opened: Opener, tmp_path: Path) -> None:
    registrations = opened(statement_required=True)
    with pytest.raises(ApiError):
        await registrations.register(WEB)
    async with sandbox_api(tmp_path / "sandbox") as api:
        jwt = await api.ssa.create({"org_id": "Example", "software_id": "shop"})
        made = await registrations.register({**WEB, "software_statement": jwt})
        assert made.registration.picture["software_id"] == "shop"
        with pytest.raises(InvalidMetadata) as caught:
            await registrations.register({**WEB, "software_statement": jwt})
    assert caught.value.code == "invalid_software_statement"
    assert caught.value.members == ("software_statement",)


async def test_a_signed_request(opened: Opener) -> None:
    registrations = opened(signed_requests=True)
    pair = generate("EC P-256")
    metadata: JsonObject = {**WEB, "jwks": {"keys": [pair.public]}}

    def sign(body: JsonObject) -> str:
        return signed_request(
            body,
            pair.private_pem,
            issuer="shop",
            audience=SANDBOX_URL,
            now=int(time.time()),
        )

    made = await registrations.register(metadata, sign=sign)
    assert made.registration.name == "Shop"
    assert made.registration.picture["jwks"] == metadata["jwks"]


PAIRWISE: JsonObject = {
    "subject_type": "pairwise",
    "redirect_uris": ["https://a.example/", "https://b.example/"],
}

REFUSED: list[tuple[JsonObject, str, str]] = [
    ({"redirect_uris": ["https://x.example/#f"]}, "invalid_redirect_uri", "redirect_uris"),
    ({"redirect_uris": ["http://x.example/"]}, "invalid_redirect_uri", "redirect_uris"),
    ({"redirect_uris": []}, "invalid_redirect_uri", "redirect_uris"),
    ({"claims_redirect_uri": ["x#y"]}, "invalid_claims_redirect_uri", "claims_redirect_uri"),
    (
        {"frontchannel_logout_uri": "https://other.example/"},
        "invalid_logout_uri",
        "frontchannel_logout_uri",
    ),
    (
        {"backchannel_logout_uri": "http://shop.example/"},
        "invalid_logout_uri",
        "backchannel_logout_uri",
    ),
    (PAIRWISE, "invalid_redirect_uri", "sector_identifier_uri"),
    (
        {"initiate_login_uri": "http://x.example/"},
        "invalid_client_metadata",
        "initiate_login_uri",
    ),
    (
        {"id_token_signed_response_alg": "XX"},
        "invalid_client_metadata",
        "id_token_signed_response_alg",
    ),
    (
        {"authorization_signed_response_alg": "none"},
        "invalid_client_metadata",
        "authorization_signed_response_alg",
    ),
    (
        {"backchannel_token_delivery_mode": "ping"},
        "invalid_client_metadata",
        "backchannel_client_notification_endpoint",
    ),
    ({"software_statement": "a.b.c"}, "invalid_software_statement", "software_statement"),
]


@pytest.mark.parametrize(("wrong", "code", "member"), REFUSED)
async def test_a_refusal_points_at_the_member(
    wrong: JsonObject, code: str, member: str, opened: Opener
) -> None:
    with pytest.raises(InvalidMetadata) as caught:
        await opened().register({**WEB, **wrong})
    assert caught.value.code == code
    assert member in caught.value.members, caught.value.server_words
    assert client_paths(member)
    assert json.dumps(caught.value.sentence)
    assert caught.value.sentence.startswith("sandbox.localhost does not accept")


async def test_evidence_is_asked_for(opened: Opener) -> None:
    with pytest.raises(InvalidMetadata) as caught:
        await opened(evidence_required=True).register(WEB)
    assert (caught.value.code, caught.value.members) == ("stale_evidence", ("evidence",))
    assert "nonce" in caught.value.sentence
