import base64
from typing import cast

import pytest
from joserfc.jwk import ECKey, OKPKey, RSAKey

from tests.unit.checks.cases import E, W
from tui.checks.finding import Severity
from tui.checks.jwk import KeySummary, summarise
from tui.models.json import Json, JsonObject

# RFC 7638 section 3.1
RFC_MODULUS = (
    "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWK"
    "RXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMic"
    "AtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3"
    "XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
)
RSA: JsonObject = {"kty": "RSA", "kid": "2011-04-29", "e": "AQAB", "n": RFC_MODULUS}
# RFC 8037 appendix A.2
OKP: JsonObject = {
    "kty": "OKP",
    "kid": "ed",
    "crv": "Ed25519",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
}
EC: JsonObject = {"kty": "EC", "kid": "ec", "crv": "P-256", "x": "A" * 43, "y": "B" * 42 + "A"}


def told(key: Json) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.message) for finding in summarise(0, key).problems]


def numbers(bits: int) -> str:
    """A modulus of that many bits, in base64url."""
    value = ((1 << (bits - 1)) + 1).to_bytes((bits + 7) // 8, "big")
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


def test_the_examples_of_the_rfcs() -> None:
    rsa, okp = summarise(0, RSA), summarise(3, {**OKP, "use": "sig", "alg": "EdDSA"})
    assert rsa == KeySummary(
        index=0,
        kid="2011-04-29",
        kty="RSA",
        bits=2048,
        thumbprint="NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
    )
    assert okp == KeySummary(
        index=3,
        kid="ed",
        kty="OKP",
        use="sig",
        alg="EdDSA",
        curve="Ed25519",
        thumbprint="kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    )


def test_keys_that_a_library_makes_are_sound_and_have_its_thumbprints() -> None:
    keys: list[RSAKey | ECKey | OKPKey] = [
        RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"})
    ]
    keys += [ECKey.generate_key(curve) for curve in ("P-256", "P-384", "P-521", "secp256k1")]
    keys += [OKPKey.generate_key(curve) for curve in ("Ed25519", "Ed448", "X25519", "X448")]
    for key in keys:
        public = cast("JsonObject", {**key.as_dict(private=False), "kid": "k"})
        summary = summarise(0, public)
        assert summary.problems == ()
        assert summary.thumbprint == key.thumbprint()


@pytest.mark.parametrize("bits", [512, 1024, 2041, 2047])
def test_short_rsa_keys_are_weak(bits: int) -> None:
    [(severity, message)] = told({**RSA, "n": numbers(bits)})
    assert severity is W
    assert f"{bits} bits" in message


@pytest.mark.parametrize("bits", [2048, 3072, 4096])
def test_long_ones_are_not(bits: int) -> None:
    assert told({**RSA, "n": numbers(bits)}) == []
    assert summarise(0, {**RSA, "n": numbers(bits)}).bits == bits


@pytest.mark.parametrize("member", ["d", "p", "q", "dp", "dq", "qi", "oth", "k"])
@pytest.mark.parametrize("key", [RSA, EC, OKP], ids=["RSA", "EC", "OKP"])
def test_private_members_are_errors_that_name_the_key_and_not_the_value(
    key: JsonObject, member: str
) -> None:
    [(severity, message)] = told({**key, member: "TopSecretValue"})
    assert severity is E
    assert f'"{key["kid"]}"' in message
    assert f"({member})" in message
    assert "TopSecretValue" not in message


def test_a_key_without_a_name_is_named_by_its_place() -> None:
    key = {name: value for name, value in OKP.items() if name != "kid"}
    messages = [finding.message for finding in summarise(1, {**key, "d": "x"}).problems]
    assert len(messages) == 2
    assert all(message.startswith("Key 2 ") for message in messages)


def test_symmetric_keys_are_errors() -> None:
    [(severity, message)] = told({"kty": "oct", "kid": "s", "k": "TopSecretValue"})
    assert severity is E
    assert "symmetric" in message
    assert "TopSecretValue" not in message


FAULTS: list[tuple[Json, str]] = [
    (5, "no JSON object"),
    ({"kid": "a"}, "has no type"),
    ({"kid": "a", "kty": 5}, "has no type"),
    ({"kid": "a", "kty": "DSA"}, 'unknown type "DSA"'),
    ({**RSA, "n": None}, "no n in base64url"),
    ({**RSA, "n": "a+/="}, "no n in base64url"),
    ({**RSA, "n": "A"}, "no n in base64url"),
    ({**RSA, "e": 65537}, "no e in base64url"),
    ({**RSA, "e": "AQ"}, "no RSA key has"),
    ({**RSA, "e": "BA"}, "no RSA key has"),
    ({**RSA, "n": "AAAA"}, "no RSA key has"),
    ({**EC, "crv": "P-255"}, 'unknown curve "P-255"'),
    ({**EC, "crv": None}, "no curve"),
    ({**EC, "crv": ["P-256"]}, "no curve"),
    ({**EC, "crv": "Ed25519"}, "unknown curve"),
    ({**EC, "x": "AAAA"}, "32 bytes of x"),
    ({**EC, "y": None}, "32 bytes of y"),
    ({**EC, "crv": "P-521"}, "66 bytes of x"),
    ({**OKP, "x": "A" * 44}, "32 bytes of x"),
    ({**OKP, "crv": "Ed448"}, "57 bytes of x"),
]


@pytest.mark.parametrize(("key", "words"), FAULTS, ids=str)
def test_useless_keys_are_errors_without_a_thumbprint(key: Json, words: str) -> None:
    [(severity, message)] = told(key)
    assert severity is E
    assert words in message
    assert summarise(0, key).thumbprint == ""


REMARKS: list[tuple[Json, str]] = [
    ({**OKP, "kid": ""}, "no key ID"),
    ({**OKP, "kid": 7}, "no key ID"),
    ({**OKP, "use": "signature"}, 'the use "signature"'),
    ({**OKP, "use": 5}, "that is no text"),
    ({**OKP, "key_ops": "verify"}, "no list of words"),
    ({**OKP, "key_ops": [5]}, "no list of words"),
    ({**OKP, "key_ops": ["sign", "verify"]}, "of a private key"),
    ({**OKP, "use": "sig", "key_ops": ["encrypt"]}, "contradict its use sig"),
    ({**RSA, "use": "enc", "key_ops": ["verify"]}, "contradict its use enc"),
    ({**OKP, "alg": "none"}, 'unknown algorithm "none"'),
    ({**OKP, "alg": "FOO"}, 'unknown algorithm "FOO"'),
    ({**OKP, "alg": []}, "that is no text"),
    ({**OKP, "alg": "RS256"}, "of a kind that RS256 does not use"),
    ({**RSA, "alg": "ES256"}, "of a kind that ES256 does not use"),
    ({**RSA, "alg": "HS256"}, "of a kind that HS256 does not use"),
    ({**RSA, "alg": "EdDSA"}, "of a kind that EdDSA does not use"),
    ({**EC, "alg": "ES384"}, "of a kind that ES384 does not use"),
    ({**OKP, "alg": "ECDH-ES"}, "of a kind that ECDH-ES does not use"),
    ({**RSA, "use": "enc", "alg": "RS256"}, "the use enc but the algorithm RS256"),
    ({**RSA, "use": "sig", "alg": "RSA-OAEP"}, "the use sig but the algorithm RSA-OAEP"),
]


@pytest.mark.parametrize(("key", "words"), REMARKS, ids=str)
def test_odd_descriptions_are_warnings(key: Json, words: str) -> None:
    [(severity, message)] = told(key)
    assert severity is W
    assert words in message


@pytest.mark.parametrize(
    "key",
    [
        {**RSA, "use": "sig", "alg": "PS256", "key_ops": ["verify"]},
        {**RSA, "use": "enc", "alg": "RSA-OAEP-256", "key_ops": ["encrypt", "wrapKey"]},
        {**EC, "alg": "ES256"},
        {**EC, "use": "enc", "alg": "ECDH-ES+A256KW"},
        {**OKP, "alg": "Ed25519"},
        {**OKP, "d": None},
    ],
    ids=str,
)
def test_fitting_descriptions_are_fine(key: Json) -> None:
    assert told(key) == []


def test_certificates_are_seen() -> None:
    assert summarise(0, {**OKP, "x5c": ["MIIB"]}).has_certificate
    assert not summarise(0, {**OKP, "x5c": []}).has_certificate
    assert not summarise(0, {**OKP, "x5c": "MIIB"}).has_certificate
