import json

import pytest

from tests.unit.checks.cases import HTTPS, Bad, Changes, E, W, everything

METHOD = "tokenEndpointAuthMethod"
MORE = "attributes.additionalTokenEndpointAuthMethods"
ALG = "tokenEndpointAuthSigningAlg"
DN = "attributes.tlsClientAuthSubjectDn"
KEYS = {"jwksUri": f"{HTTPS}/jwks"}
KEY = {"kty": "OKP", "crv": "Ed25519", "kid": "a", "x": "A" * 43}
BARE = json.dumps({"keys": [KEY]})
CERTIFIED = json.dumps({"keys": [{**KEY, "x5c": ["MIIB"]}]})

BAD = [
    Bad(METHOD, E, "public keys", {METHOD: "private_key_jwt"}),
    Bad(METHOD, E, "public keys", {METHOD: "private_key_jwt", "jwks": " "}),
    Bad(METHOD, E, "public keys", {MORE: ["private_key_jwt"]}),
    Bad(DN, E, "subject DN", {METHOD: "tls_client_auth"}),
    Bad(DN, E, "subject DN", {MORE: ["tls_client_auth"]}),
    Bad(METHOD, E, "certificate", {METHOD: "self_signed_tls_client_auth"}),
    Bad("jwks", W, "x5c", {METHOD: "self_signed_tls_client_auth", "jwks": BARE}),
    Bad(ALG, E, "private_key_jwt", {**KEYS, METHOD: "private_key_jwt", ALG: "HS256"}),
    Bad(ALG, E, "proves nothing", {**KEYS, METHOD: "private_key_jwt", ALG: "none"}),
    Bad(ALG, E, "proves nothing", {METHOD: "client_secret_jwt", ALG: "none"}),
    Bad(ALG, E, "client_secret_jwt", {METHOD: "client_secret_jwt", ALG: "RS256"}),
    Bad("jwks", E, "remove one", {**KEYS, "jwks": BARE}),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.words}: {case.changes}")
def test_bad_ones_are_found(case: Bad) -> None:
    case.check()


GOOD: list[Changes] = [
    {**KEYS, METHOD: "private_key_jwt"},
    {"jwks": BARE, METHOD: "private_key_jwt", ALG: "EdDSA"},
    {METHOD: "client_secret_jwt"},
    {METHOD: "client_secret_jwt", ALG: "HS512"},
    {**KEYS, METHOD: "client_secret_jwt", MORE: ["private_key_jwt"], ALG: "RS256"},
    {METHOD: "client_secret_post", ALG: "none"},
    {METHOD: "tls_client_auth", DN: "CN=rp"},
    {METHOD: "self_signed_tls_client_auth", "jwks": CERTIFIED},
    {**KEYS, METHOD: "self_signed_tls_client_auth"},
    {METHOD: None},
]


@pytest.mark.parametrize("changes", GOOD, ids=str)
def test_good_ones_cause_no_finding(changes: Changes) -> None:
    assert everything(changes) == []
