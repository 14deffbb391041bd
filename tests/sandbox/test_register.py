"""POST, GET and DELETE ``/register``: what is made of a request, and what is answered."""

import json
import uuid
from typing import Any

import pytest

from tests.data.hostile_texts import HOSTILE
from tests.sandbox.conftest import Opener
from tests.sandbox.support import (
    CLIENTS,
    REGISTER,
    TOKEN,
    Door,
    manage,
    problem,
    register,
)
from tui.sandbox.registration.settings import RegistrationSettings

URIS = {"redirect_uris": ["https://rp.example/cb"]}
NOW = 1_767_312_000


def with_settings(opened: Opener, **settings: Any) -> Door:
    """A sandbox whose registration is set like this."""
    return opened(registration=RegistrationSettings(**settings))


async def test_what_the_server_chooses(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    made = await register(door, **URIS)
    assert uuid.UUID(made["client_id"]).version == 4
    assert uuid.UUID(made["client_secret"]).version == 4
    assert len(made["registration_access_token"]) >= 32
    uri = f"https://op.example{REGISTER}?client_id={made['client_id']}"
    assert made["registration_client_uri"] == uri
    chosen = {
        "client_id_issued_at": NOW,
        "client_secret_expires_at": 0,
        "client_name": "rp.example",
        "redirect_uris": ["https://rp.example/cb"],
        "response_types": ["code"],
        "grant_types": ["authorization_code"],
        "application_type": "web",
        "subject_type": "pairwise",
        "id_token_signed_response_alg": "RS256",
        "access_token_signing_alg": "RS256",
        "token_endpoint_auth_method": "client_secret_basic",
        "par_lifetime": 600,
        "require_par": False,
        "minimum_acr_level": -1,
    }
    assert {name: made[name] for name in chosen} == chosen
    assert "scope" not in made


async def test_the_config_api_has_the_same_client(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    made = await register(door, **URIS, client_name="App", lifetime=60)
    entry = await door.entry(f"{CLIENTS}/{made['client_id']}")
    expected = {
        "inum": made["client_id"],
        "clientName": "App",
        "displayName": "App",
        "redirectUris": ["https://rp.example/cb"],
        "subjectType": "pairwise",
        "clientIdIssuedAt": "2026-01-02T00:00:00",
        "clientSecretExpiresAt": "2026-01-02T00:01:00",
        "expirationDate": "2026-01-02T00:01:00",
        "ttl": 60,
        "deletable": True,
        "persistClientAuthorizations": True,
        "registrationAccessToken": made["registration_access_token"],
    }
    assert {name: entry[name] for name in expected} == expected
    assert entry["attributes"]["requestedLifetime"] == 60
    assert (made["client_secret_expires_at"], made["lifetime"]) == (NOW + 60, 60)


FORMS: list[tuple[str, Any, str, Any]] = [
    ("claims_redirect_uri", ["https://rp.example/c"], "claimRedirectUris", None),
    ("jwks", {"keys": []}, "jwks", '{"keys": []}'),
    ("scope", "openid profile", "scopes", ["inum=F0C4,ou=scopes,o=jans", "43F1"]),
    ("claims", "email", "claims", ["inum=8F88,ou=attributes,o=jans"]),
    ("backchannel_logout_uri", "https://rp.example/b", "attributes.backchannelLogoutUri", ["", ""]),
    ("require_pkce", True, "attributes.requirePkce", None),
    ("dpop_bound_access_tokens", True, "attributes.dpopBoundAccessToken", None),
    ("authorized_acr_values", ["otp"], "attributes.jansAuthorizedAcr", None),
    ("default_max_age", 0, "defaultMaxAge", None),
    ("org_id", "inum=1,o=jans", "organization", None),
    ("additional_audience", ["a", "b"], "attributes.additionalAudience", None),
    ("userinfo_signed_response_alg", "ES256", "userInfoSignedResponseAlg", None),
    ("tx_token_signed_response_alg", "PS256", "attributes.txTokenSignedResponseAlg", None),
    ("authorization_encrypted_response_enc", "A128GCM", "attributes.jansAuthEncRespEnc", None),
]


@pytest.mark.parametrize(("name", "value", "path", "stored"), FORMS, ids=[row[0] for row in FORMS])
async def test_members_in_both_forms(
    door: Door, name: str, value: Any, path: str, stored: Any
) -> None:
    made = await register(door, **URIS, **{name: value})
    assert made[name] == value
    kept: Any = await door.entry(f"{CLIENTS}/{made['client_id']}")
    for part in path.split("."):
        kept = kept[part]
    expected = value if stored is None else stored
    if name == "scope":
        expected = [expected[0], "inum=43F1,ou=scopes,o=jans"]
    if name == "backchannel_logout_uri":
        expected = [value]
    assert kept == expected
    assert (await manage(door, "GET", made)).json() == made


async def test_texts_by_language(door: Door) -> None:
    names = {"client_name": "Shop", "client_name#fr": "Magasin", "tos_uri#de-CH": "https://x.ch/a"}
    made = await register(door, **URIS, **names, **{"client_name#": "x", "logo_uri#a b": "y"})
    assert names.items() <= made.items()
    assert "client_name#" not in made
    entry = await door.entry(f"{CLIENTS}/{made['client_id']}")
    assert entry["clientNameLocalized"] == {"values": {"": "Shop", "fr": "Magasin"}}
    assert entry["tosUriLocalized"] == {"values": {"de-CH": "https://x.ch/a"}}
    assert entry["logoUriLocalized"] == {}


async def test_other_names_and_forms_that_are_taken(door: Door) -> None:
    made = await register(
        door,
        **URIS,
        require_pushed_authorization_requests=True,
        require_par=False,
        scopes=["openid"],
        jwks='{"keys":[]}',
        response_types=["code id_token", "ID_TOKEN"],
        require_auth_time=True,
        grant_types=["IMPLICIT", "authorization_code", "urn:none"],
        application_type="Native",
    )
    assert made["require_par"] is False
    assert "require_pushed_authorization_requests" not in made
    assert made["scope"] == "openid"
    assert made["jwks"] == {"keys": []}
    assert made["response_types"] == ["code", "id_token"]
    assert made["grant_types"] == ["implicit", "authorization_code"]
    assert made["application_type"] == "native"
    assert "require_auth_time" not in made


async def test_scopes_are_cut_to_those_for_everybody(door: Door) -> None:
    made = await register(door, **URIS, scope="openid phone nosuch https://jans.io/auth/ssa.admin")
    assert made["scope"] == "openid"


async def test_unknown_members(door: Door, opened: Opener) -> None:
    future = {"spiffe_id": "spiffe://x", "nested": {"a": [None, 1]}}
    made = await register(door, **URIS, **future)
    assert future.items() <= made.items()
    entry = await door.entry(f"{CLIENTS}/{made['client_id']}")
    assert future.items() <= entry.items()
    assert (await manage(door, "GET", made)).json() == made
    old = await register(opened(keep_unknown=False), **URIS, **future)
    assert not future.keys() & old.keys()


async def test_nobody_registers_what_is_for_administrators(door: Door) -> None:
    wish = {
        "trustedClient": True,
        "scopes": ["inum=1800.05.1,ou=scopes,o=jans"],
        "attributes": {"requirePkce": True},
        "disabled": True,
        "dn": "x",
        "inum": "mine",
        "client_id": "mine",
        "client_secret": "mine",
        "registration_access_token": "mine",
        "registration_client_uri": "https://evil.example/",
        "allOf": 1,
        "customAttributes": [{"name": "a"}],
        "includeClaimsInIdToken": True,
        "expirationDate": "2020-01-01T00:00:00",
    }
    made = await register(door, **URIS, **wish)
    assert not {"mine", "https://evil.example/"} & {str(value) for value in made.values()}
    entry = await door.entry(f"{CLIENTS}/{made['client_id']}")
    for name in ("trustedClient", "disabled", "includeClaimsInIdToken"):
        assert entry[name] is False
    assert entry["customAttributes"] == []
    assert "scopes" not in entry
    assert "expirationDate" not in entry
    assert "requirePkce" not in entry["attributes"]


async def test_what_the_config_api_adds_does_not_hide_metadata(door: Door) -> None:
    made = await register(door, **URIS)
    path = f"{CLIENTS}/{made['client_id']}"
    for name in ("client_name", "registration_client_uri", "client_name#fr"):
        await door.patch(path, {"op": "add", "path": f"/{name}", "value": "stranger"})
    assert (await manage(door, "GET", made)).json() == made


async def test_the_new_client_gets_tokens(door: Door) -> None:
    made = await register(door, grant_types=["client_credentials"], response_types=["code"])
    answer = await door.http.post(
        TOKEN,
        auth=(made["client_id"], made["client_secret"]),
        data={"grant_type": "client_credentials"},
    )
    assert answer.status_code == 200


async def test_a_public_client_has_no_secret(door: Door) -> None:
    made = await register(door, **URIS, token_endpoint_auth_method="none")
    assert "client_secret" not in made


async def test_read_and_delete(door: Door) -> None:
    made = await register(door, **URIS)
    assert (await manage(door, "GET", made)).json() == made
    gone = await manage(door, "DELETE", made)
    assert (gone.status_code, gone.content) == (204, b"")
    refused = await manage(door, "GET", made)
    assert problem(refused)[:2] == (401, "invalid_token")
    assert refused.headers["www-authenticate"].startswith("Bearer")
    assert (await door.get(f"{CLIENTS}/{made['client_id']}")).status_code == 404


async def test_the_token_has_to_be_this_clients(door: Door) -> None:
    made, other = await register(door, **URIS), await register(door, **URIS)
    for token in (other["registration_access_token"], "wrong", await door.token()):
        answer = await manage(door, "GET", made | {"registration_access_token": token})
        assert problem(answer)[:2] == (401, "invalid_token")
    own = door.credentials.client_id
    answer = await manage(
        door, "GET", made | {"registration_client_uri": f"{REGISTER}?client_id={own}"}
    )
    assert problem(answer)[:2] == (401, "invalid_token")
    for method in ("GET", "PUT", "DELETE"):
        uri = made["registration_client_uri"]
        nothing = await door.http.request(method, uri, json={})
        assert problem(nothing)[:2] == (400, "invalid_client_metadata")
        blank = await manage(door, method, made | {"registration_client_uri": REGISTER}, json=URIS)
        assert problem(blank)[:2] == (400, "invalid_client_metadata")


async def test_a_client_ends_with_its_lifetime(door: Door) -> None:
    door.sandbox.clock = lambda: NOW
    made = await register(door, **URIS, lifetime=60)
    door.sandbox.clock = lambda: NOW + 59
    assert (await manage(door, "GET", made)).status_code == 200
    door.sandbox.clock = lambda: NOW + 60
    assert problem(await manage(door, "GET", made))[:2] == (401, "invalid_token")


async def test_switched_off(opened: Opener) -> None:
    door = with_settings(opened, enabled=False)
    answer = await door.http.post(REGISTER, json=URIS)
    assert problem(answer)[:2] == (403, "access_denied")


async def test_an_initial_access_token(opened: Opener) -> None:
    door = with_settings(opened, initial_token="ticket")
    for headers in ({}, {"Authorization": "Bearer tickets"}, {"Authorization": "Basic ticket"}):
        answer = await door.http.post(REGISTER, json=URIS, headers=headers)
        assert problem(answer)[:2] == (401, "invalid_token")
        assert answer.headers["www-authenticate"].startswith("Bearer")
    good = {"Authorization": "Bearer ticket"}
    made = await door.http.post(REGISTER, json=URIS, headers=good)
    assert made.status_code == 201
    assert (await manage(door, "GET", made.json())).status_code == 200
    assert "ticket" not in repr(door.settings)


async def test_tokens_that_rotate(opened: Opener) -> None:
    door = with_settings(opened, rotate_tokens=True)
    made = await register(door, **URIS)
    used = {made["registration_access_token"]}
    for method in ("GET", "PUT", "GET"):
        answer = await manage(door, method, made, json=URIS if method == "PUT" else None)
        assert answer.status_code == 200
        assert problem(await manage(door, "GET", made))[:2] == (401, "invalid_token")
        made = answer.json()
        assert made["registration_access_token"] not in used
        used.add(made["registration_access_token"])
    assert (await manage(door, "DELETE", made)).status_code == 204


async def test_another_status_and_no_secret_on_read(opened: Opener) -> None:
    door = with_settings(opened, created_status=200, return_secret_on_read=False)
    answer = await door.http.post(REGISTER, json=URIS)
    assert answer.status_code == 200
    made = answer.json()
    assert made["client_secret"]
    for method in ("GET", "PUT"):
        again = (await manage(door, method, made, json=URIS if method == "PUT" else None)).json()
        assert "client_secret" not in again
        assert again["client_secret_expires_at"] == 0


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b"\xff", b'{"a": NaN}', b"[" * 100_000])
async def test_bodies_that_cannot_be_read(door: Door, text: bytes) -> None:
    media = {"Content-Type": "application/json"}
    answer = await door.http.post(REGISTER, content=text, headers=media)
    assert problem(answer)[:2] == (400, "invalid_client_metadata")


async def test_other_media_types_and_sizes(door: Door) -> None:
    assert (await door.http.post(REGISTER, data={"a": "b"})).status_code == 415
    media = {"Content-Type": "application/json"}
    long = await door.http.post(REGISTER, content=b" " * 1_100_000, headers=media)
    assert long.status_code == 413
    assert (await door.http.patch(REGISTER, json={})).status_code == 405


async def test_hostile_names_come_back_as_they_were(door: Door) -> None:
    media = {"Content-Type": "application/json"}
    for text in HOSTILE:
        body = json.dumps(URIS | {"client_name": text, "contacts": [text]})
        made = (await door.http.post(REGISTER, content=body, headers=media)).json()
        assert (await manage(door, "GET", made)).json() == made
        assert made["client_name"] == (text or "rp.example")
