"""The rules that a registration has to keep, each with its error."""

from typing import Any

import pytest

from tests.data.registration_rules import BROKEN, DEVICE, PING, URIS, Broken
from tests.sandbox.conftest import Opener
from tests.sandbox.support import REGISTER, Door, manage, problem, register
from tui.sandbox.registration.settings import EXTRAS, RegistrationSettings


@pytest.mark.parametrize("broken", BROKEN)
async def test_a_rule_is_broken(door: Door, broken: Broken) -> None:
    members, status, error, named = broken
    answer = await door.http.post(REGISTER, json=members)
    found = problem(answer)
    assert found[:2] == (status, error)
    assert named in found[2]


@pytest.mark.parametrize(
    "members",
    [
        {
            "redirect_uris": ["http://localhost:8080/cb", "http://127.0.0.1/cb"],
            "subject_type": "public",
        },
        {
            "redirect_uris": ["com.example.app:/cb", "http://[::1]/"],
            "application_type": "native",
            "subject_type": "public",
        },
        {"grant_types": ["client_credentials"]},
        {"grant_types": [DEVICE], "redirect_uris": []},
        {"redirect_uris": ["https://a.example/", "https://b.example/"], "subject_type": "public"},
        URIS | {"id_token_signed_response_alg": "none", "access_token_signing_alg": "none"},
        URIS
        | {
            "frontchannel_logout_uri": "https://rp.example/o",
            "backchannel_logout_uri": "https://rp.example:9/o",
        },
        PING,
        PING | {"backchannel_token_delivery_mode": "push", "grant_types": ["implicit"]},
        PING | {"backchannel_token_delivery_mode": "poll", "jwks": None, "subject_type": "public"},
        URIS
        | {"token_endpoint_auth_method": "tls_client_auth", "tls_client_auth_subject_dn": "CN=a"},
        URIS | {"backchannel_token_delivery_mode": None, "backchannel_user_code_parameter": False},
    ],
)
async def test_what_keeps_the_rules(door: Door, members: dict[str, Any]) -> None:
    made = await register(door, **members)
    again = await manage(door, "PUT", made, json=made)
    assert again.json() == made


async def test_a_method_comes_from_the_additional_ones(door: Door) -> None:
    more = {"additional_token_endpoint_auth_methods": ["private_key_jwt", "client_secret_post"]}
    made = await register(door, **URIS, **more)
    assert made["token_endpoint_auth_method"] == "private_key_jwt"


async def test_what_can_be_switched_on(opened: Opener) -> None:
    door = opened(registration=RegistrationSettings(extras=frozenset(EXTRAS)))
    members: dict[str, Any] = {
        **URIS,
        "grant_types": ["password"],
        "redirect_uris_regex": "https://[a-z]+[.]example/",
        "public_subject_identifier_attribute": "mail",
        "subject_type": "public",
    }
    made = await register(door, **members)
    assert members.items() <= made.items()
    for change, error in (
        ({"redirect_uris_regex": "("}, "invalid_redirect_uris_regex"),
        ({"subject_type": "pairwise"}, "invalid_public_subject_identifier_attribute"),
        (
            {"public_subject_identifier_attribute": "sn"},
            "invalid_public_subject_identifier_attribute",
        ),
    ):
        answer = await door.http.post(REGISTER, json=members | change)
        assert problem(answer)[:2] == (400, error)


async def test_evidence_that_is_required(opened: Opener) -> None:
    door = opened(registration=RegistrationSettings(evidence_required=True))
    answer = await door.http.post(REGISTER, json=URIS)
    assert problem(answer)[:2] == (400, "stale_evidence")
    nonce = answer.json()["nonce"]
    made = await register(door, **URIS, evidence=f"attested {nonce}")
    assert nonce in made["evidence"]
    assert (await manage(door, "PUT", made, json=URIS)).status_code == 200
