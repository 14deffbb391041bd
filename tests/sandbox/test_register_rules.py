"""The rules that a registration has to keep, each with its error."""

from typing import Any

import pytest

from tests.sandbox.conftest import Opener
from tests.sandbox.support import REGISTER, Door, manage, problem, register
from tui.sandbox.registration.settings import EXTRAS, RegistrationSettings

URIS: dict[str, Any] = {"redirect_uris": ["https://rp.example/cb"]}
CIBA = "urn:openid:params:grant-type:ciba"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
PING: dict[str, Any] = {
    **URIS,
    "backchannel_token_delivery_mode": "ping",
    "backchannel_client_notification_endpoint": "https://rp.example/n",
    "grant_types": [CIBA, "authorization_code"],
    "jwks": {"keys": []},
}

REDIRECT = "invalid_redirect_uri"
METADATA = "invalid_client_metadata"

BROKEN: list[tuple[dict[str, Any], int, str, str]] = [
    # 1: what a redirect URI may be
    ({"redirect_uris": ["https://rp.example/cb#x"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://rp.example/cb#"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https:"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://[::1"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://a b/"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["http://rp.example/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["http://127.0.0.2/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": ["https://www.attacker.com/cb"]}, 400, REDIRECT, "redirect_uris"),
    # 2: when one is needed
    ({}, 400, REDIRECT, "redirect_uris"),
    ({"redirect_uris": []}, 400, REDIRECT, "redirect_uris"),
    ({"redirectUris": ["https://rp.example/cb"]}, 400, REDIRECT, "redirect_uris"),
    ({"grant_types": ["implicit"]}, 400, REDIRECT, "redirect_uris"),
    ({"grant_types": ["refresh_token"]}, 400, REDIRECT, "redirect_uris"),
    (
        {"grant_types": ["client_credentials"], "response_types": ["token"]},
        400,
        REDIRECT,
        "redirect_uris",
    ),
    (
        {"grant_types": [DEVICE], "response_types": ["code id_token"]},
        400,
        REDIRECT,
        "redirect_uris",
    ),
    # 3: sectors
    (
        {"redirect_uris": ["https://a.example/", "https://b.example/"]},
        400,
        REDIRECT,
        "sector_identifier_uri",
    ),
    (
        URIS | {"sector_identifier_uri": "http://rp.example/s"},
        400,
        METADATA,
        "sector_identifier_uri",
    ),
    (
        URIS | {"sector_identifier_uri": "https://127.0.0.1/s"},
        400,
        METADATA,
        "sector_identifier_uri",
    ),
    # 4: other URIs
    (URIS | {"initiate_login_uri": "http://rp.example/l"}, 400, METADATA, "initiate_login_uri"),
    (URIS | {"initiate_login_uri": "rp.example"}, 400, METADATA, "initiate_login_uri"),
    *(
        (URIS | {name: uri}, 400, "invalid_logout_uri", name)
        for name in ("frontchannel_logout_uri", "backchannel_logout_uri")
        for uri in ("http://rp.example/o", "https://other.example/o", "/o")
    ),
    (
        URIS | {"claims_redirect_uri": ["https://rp.example/c#f"]},
        400,
        "invalid_claims_redirect_uri",
        "claims_redirect_uri",
    ),
    # 5: algorithms and methods
    *(
        (URIS | {name: value}, 400, METADATA, name)
        for name, value in (
            ("id_token_signed_response_alg", "XS256"),
            ("id_token_encrypted_response_alg", "ECDH-ES"),
            ("id_token_encrypted_response_enc", "A128CBC-HS256"),
            ("userinfo_signed_response_alg", "none"),
            ("userinfo_encrypted_response_alg", "dir"),
            ("introspection_signed_response_alg", "ES256K"),
            ("tx_token_encrypted_response_enc", "A192GCM"),
            ("request_object_signing_alg", "RS1"),
            ("request_object_encryption_alg", "x"),
            ("access_token_signing_alg", "rs256"),
            ("authorization_signed_response_alg", "none"),
            ("logout_status_jwt_signed_response_alg", "none"),
            ("token_endpoint_auth_signing_alg", "none"),
            ("token_endpoint_auth_method", "access_token"),
            ("token_endpoint_auth_method", "spiffe_jwt"),
            ("additional_token_endpoint_auth_methods", ["private_key_jwt", "password"]),
        )
    ),
    (
        URIS | {"jwks": {"keys": []}, "jwks_uri": "https://rp.example/k"},
        400,
        METADATA,
        "jwks_uri",
    ),
    # 6: CIBA
    (
        URIS | {"backchannel_user_code_parameter": True},
        400,
        METADATA,
        "backchannel_token_delivery_mode",
    ),
    (
        PING | {"backchannel_token_delivery_mode": "pull"},
        400,
        METADATA,
        "backchannel_token_delivery_mode",
    ),
    (
        PING | {"backchannel_client_notification_endpoint": ""},
        400,
        METADATA,
        "backchannel_client_notification_endpoint",
    ),
    (
        PING | {"backchannel_client_notification_endpoint": "http://rp.example/n"},
        400,
        METADATA,
        "backchannel_client_notification_endpoint",
    ),
    (PING | {"grant_types": ["authorization_code"]}, 400, METADATA, "grant_types"),
    (PING | {"jwks": None}, 400, METADATA, "jwks"),
    (
        PING | {"backchannel_authentication_request_signing_alg": "HS256"},
        400,
        METADATA,
        "backchannel_authentication_request_signing_alg",
    ),
    # 7: what is switched off
    (URIS | {"grant_types": ["password"]}, 403, "access_denied", "grant_types"),
    (
        URIS | {"redirect_uris_regex": ".*"},
        400,
        "invalid_redirect_uris_regex",
        "redirect_uris_regex",
    ),
    (
        URIS | {"subject_type": "public", "public_subject_identifier_attribute": "mail"},
        400,
        "invalid_public_subject_identifier_attribute",
        "public_subject_identifier_attribute",
    ),
    # JSON types
    *(
        (URIS | {name: value}, 400, METADATA, name)
        for name, value in (
            ("redirect_uris", "https://rp.example/cb"),
            ("client_name", 1),
            ("client_name#fr", ["x"]),
            ("require_pkce", "true"),
            ("lifetime", 1.5),
            ("default_max_age", 2**31),
            ("jwks", {"key": []}),
            ("jwks", "{"),
            ("jwks", []),
            ("scope", 1),
            ("backchannel_logout_uri", ["https://rp.example/", "https://rp.example/"]),
            ("grant_types", {}),
        )
    ),
]


@pytest.mark.parametrize(("members", "status", "error", "named"), BROKEN)
async def test_a_rule_is_broken(
    door: Door, members: dict[str, Any], status: int, error: str, named: str
) -> None:
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
