"""By which methods a client may say who it is, and what is refused."""

from typing import Any

import httpx
import pytest
from joserfc.jwk import ECKey, OctKey, RSAKey

from tests.sandbox.assertions import (
    ASSERTION_TYPE,
    GRANT,
    ISSUER,
    NOW,
    SECRET,
    Assertion,
    jwks,
    key_for,
    registered,
)
from tests.sandbox.support import CLIENTS, REVOKE, TOKEN, Door

HMAC = ("HS256", "HS384", "HS512")
PUBLIC = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA"),
)
BY_SECRET = ("client_secret_basic", "client_secret_post", "client_secret_jwt")


@pytest.fixture
def door(door: Door) -> Door:
    door.sandbox.clock = lambda: NOW
    return door


async def outcome(door: Door, **options: Any) -> tuple[int, str]:
    """Status and description of a token request; the token has to be there if there is none."""
    answer = await door.http.post(TOKEN, **options)
    body = answer.json()
    if answer.status_code == 200:
        assert body["access_token"]
        return 200, ""
    assert answer.headers["cache-control"] == "no-store"
    assert body.keys() == {"error", "error_description"}
    if answer.status_code == 401:
        assert body["error"] == "invalid_client"
    return answer.status_code, body["error_description"]


async def public_key_client(door: Door, **members: Any) -> str:
    keys = jwks(key_for("ES256"))
    given = {"tokenEndpointAuthMethod": "private_key_jwt", "jwks": keys} | members
    return await registered(door, **given)


@pytest.mark.parametrize("method", BY_SECRET)
async def test_each_method_only_where_it_is_allowed(door: Door, method: str) -> None:
    inum = await registered(door, SECRET, tokenEndpointAuthMethod=method)
    ways: dict[str, dict[str, Any]] = {
        "client_secret_basic": {"auth": (inum, SECRET), "data": GRANT},
        "client_secret_post": {"data": GRANT | {"client_id": inum, "client_secret": SECRET}},
        "client_secret_jwt": {"data": Assertion(inum, "HS256").form},
    }
    for way, options in ways.items():
        expected = (200, "") if way == method else (401, _not_by(way))
        assert await outcome(door, **options) == expected, way
    others = [way for way in ways if way != method]
    path = "/attributes/additionalTokenEndpointAuthMethods"
    operation = {"op": "add", "path": path, "value": others}
    assert (await door.patch(f"{CLIENTS}/{inum}", operation)).status_code == 200
    ways["client_secret_jwt"] = {"data": Assertion(inum, "HS256").form}
    for way, options in ways.items():
        assert await outcome(door, **options) == (200, ""), way


def _not_by(method: str) -> str:
    return f"The client does not authenticate by {method}."


@pytest.mark.parametrize("algorithm", [*HMAC, *PUBLIC])
async def test_every_algorithm(door: Door, algorithm: str) -> None:
    if algorithm in HMAC:
        inum = await registered(door, SECRET, tokenEndpointAuthMethod="client_secret_jwt")
    else:
        inum = await public_key_client(door, jwks=jwks(key_for(algorithm)))
    assert await outcome(door, data=Assertion(inum, algorithm).form) == (200, "")
    with_id = Assertion(inum, algorithm).form | {"client_id": inum}
    assert await outcome(door, data=with_id) == (200, "")


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": ISSUER},
        {"aud": ["https://other.example", ISSUER]},
        {"exp": NOW - 20},
        {"exp": NOW + 86_000.5},
        {"iat": NOW + 20, "nbf": NOW + 20},
        {"iat": None},
        {"iat": NOW - 3600},
    ],
)
async def test_claims_that_are_right(door: Door, claims: dict[str, Any]) -> None:
    inum = await public_key_client(door)
    assert await outcome(door, data=Assertion(inum, claims=claims).form) == (200, "")


@pytest.mark.parametrize(
    ("claims", "description"),
    [
        ({"iss": "someone"}, "The assertion's iss and sub have to be the client_id."),
        ({"iss": None}, "The assertion's iss and sub have to be the client_id."),
        ({"sub": None}, "The assertion has no sub."),
        ({"sub": 5}, "The assertion has no sub."),
        ({"sub": "nobody"}, "Client authentication failed."),
        ({"aud": "https://other.example"}, "neither the issuer"),
        ({"aud": None}, "neither the issuer"),
        ({"aud": [{"a": 1}, 5]}, "neither the issuer"),
        ({"exp": None}, "The assertion has no exp."),
        ({"exp": NOW - 600, "iat": NOW - 660}, "has expired: compare the clocks"),
        ({"exp": "soon"}, "exp is no number"),
        ({"exp": True}, "exp is no number"),
        ({"exp": NOW + 90_000}, "more than a day ahead"),
        ({"exp": NOW + 660, "iat": NOW + 600}, "iat is in the future: compare the clocks"),
        ({"nbf": NOW + 600}, "nbf is in the future"),
        ({"iat": []}, "iat is no number"),
        ({"jti": None}, "has no jti"),
        ({"jti": 5}, "has no jti"),
        ({"jti": ""}, "has no jti"),
    ],
)
async def test_claims_that_are_wrong(door: Door, claims: dict[str, Any], description: str) -> None:
    inum = await public_key_client(door)
    status, said = await outcome(door, data=Assertion(inum, claims=claims).form)
    assert status == 401
    assert description in said


async def test_numbers_that_are_none(door: Door) -> None:
    inum = await public_key_client(door)
    for value in (float("nan"), float("inf"), -float("inf"), 10**400):
        for name in ("exp", "iat"):
            said = (401, f"The assertion's {name} is no number of seconds.")
            assert await outcome(door, data=Assertion(inum, claims={name: value}).form) == said


async def test_an_assertion_serves_once(door: Door) -> None:
    inum, other = await public_key_client(door), await public_key_client(door)
    form = Assertion(inum, claims={"jti": "the same"}).form
    assert await outcome(door, data=form) == (200, "")
    again = (401, "The assertion's jti was used before.")
    assert await outcome(door, data=form) == again
    door.sandbox.clock = lambda: NOW + 80
    assert await outcome(door, data=form) == again
    new = Assertion(inum, claims={"jti": "the same", "exp": NOW + 100}).form
    assert await outcome(door, data=new) == again
    others = Assertion(other, claims={"jti": "the same", "exp": NOW + 100}).form
    assert await outcome(door, data=others) == (200, "")
    door.sandbox.clock = lambda: NOW + 200
    status, said = await outcome(door, data=form)
    assert (status, said) == (401, "The assertion has expired: compare the clocks.")


async def test_only_the_algorithm_that_the_client_names(door: Door) -> None:
    keys = jwks(key_for("RS256"))
    inum = await public_key_client(door, jwks=keys, tokenEndpointAuthSigningAlg="PS256")
    assert await outcome(door, data=Assertion(inum, "PS256").form) == (200, "")
    refused = (401, "The assertion has to be signed with PS256.")
    assert await outcome(door, data=Assertion(inum, "RS256").form) == refused


async def test_a_public_key_is_no_secret(door: Door) -> None:
    """The well-known attack: an HMAC with the public key as the secret."""
    inum = await registered(
        door,
        SECRET,
        tokenEndpointAuthMethod="private_key_jwt",
        jwks=jwks(key_for("ES256")),
        attributes={"additionalTokenEndpointAuthMethods": ["client_secret_jwt"]},
    )
    pem = ECKey.import_key(key_for("ES256").as_dict()).as_der(private=False)
    forged = Assertion(inum, "HS256", key=OctKey.import_key(pem[20:]))
    assert (await outcome(door, data=forged.form))[0] == 401


async def test_keys_that_do_not_fit(door: Door) -> None:
    right, wrong = key_for("ES256"), key_for("ES256", 1)
    no_kid = {"kid": None}
    inum = await public_key_client(door, jwks=jwks(key_for("RS256"), wrong, right))
    assert await outcome(door, data=Assertion(inum, header=no_kid).form) == (200, "")
    inum = await public_key_client(door, jwks=jwks(wrong))
    missing = "no usable key with the assertion's kid"
    assert missing in (await outcome(door, data=Assertion(inum).form))[1]
    wrong_signature = (401, "The signature of the assertion is wrong.")
    assert await outcome(door, data=Assertion(inum, header=no_kid).form) == wrong_signature
    stolen_kid = Assertion(inum, header={"kid": wrong.kid})
    assert await outcome(door, data=stolen_kid.form) == wrong_signature
    other_kind = Assertion(inum, "RS256", header=no_kid)
    assert await outcome(door, data=other_kind.form) == wrong_signature


@pytest.mark.parametrize(
    ("members", "description"),
    [
        ({"jwks": None}, "The client has no keys in jwks."),
        (
            {"jwks": None, "jwksUri": "https://rp.example/jwks"},
            "A sandbox fetches no keys from a jwksUri: put them into jwks.",
        ),
        ({"jwks": "{"}, "The client's jwks is not JSON."),
        ({"jwks": "[" * 100_000}, "The client's jwks is not JSON."),
        ({"jwks": "[]"}, "The client's jwks is no JWK Set."),
        ({"jwks": '{"keys": {}}'}, "The client's jwks is no JWK Set."),
        ({"jwks": '{"keys": [5, {"kty": "EC"}, {"kty": ["EC"]}]}'}, "has no usable key"),
        ({"jwks": '{"keys": [{"kty": "EC", "crv": "P-256", "x": 5, "y": null}]}'}, "no usable key"),
        ({"jwks": '{"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB"}]}'}, "no usable key"),
    ],
)
async def test_key_sets_that_cannot_be_used(
    door: Door, members: dict[str, Any], description: str
) -> None:
    inum = await public_key_client(door, **members)
    status, said = await outcome(door, data=Assertion(inum, header={"kid": None}).form)
    assert status == 401
    assert description in said


async def test_short_rsa_keys_and_secrets(door: Door) -> None:
    with pytest.warns(UserWarning, match="2048"):
        short = RSAKey.generate_key(1024, auto_kid=True)
    inum = await public_key_client(door, jwks=jwks(short))
    said = (await outcome(door, data=Assertion(inum, "RS256", key=short).form))[1]
    assert "RSA: from 2048 bits" in said
    inum = await registered(door, "short", tokenEndpointAuthMethod="client_secret_jwt")
    said = (await outcome(door, data=Assertion(inum, "HS256").form))[1]
    assert said == "The client's secret is shorter than 14 bytes."
    inum = await registered(door, SECRET[::-1], tokenEndpointAuthMethod="client_secret_jwt")
    said = (await outcome(door, data=Assertion(inum, "HS256").form))[1]
    assert said == "The signature of the assertion is wrong."


NO_JWT = "The client_assertion is no signed JWT."


@pytest.mark.parametrize(
    ("assertion", "description"),
    [
        ("x", NO_JWT),
        ("a.b", NO_JWT),
        ("a.b.c.d.e", NO_JWT),
        ("..", NO_JWT),
        ("é.é.é", NO_JWT),
        ("W10.W10.x", NO_JWT),
        ("e30.eyJzdWIiOiJ4In0.", "Client authentication failed."),
    ],
)
async def test_assertions_that_are_none(door: Door, assertion: str, description: str) -> None:
    data = GRANT | {"client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion}
    assert await outcome(door, data=data) == (401, description)


@pytest.mark.parametrize(
    "header", [{"alg": "none"}, {"alg": "HS1"}, {"alg": 5}, {"alg": ["ES256"]}]
)
async def test_unknown_algorithms(door: Door, header: dict[str, Any]) -> None:
    inum = await public_key_client(door)
    claims, signature = Assertion(inum).jwt.split(".")[1:]
    data = Assertion(inum).form
    data["client_assertion"] = f"{_encoded(header)}.{claims}.{signature}"
    said = "The assertion is signed with an algorithm that is not supported."
    assert await outcome(door, data=data) == (401, said)


def _encoded(header: dict[str, Any]) -> str:
    import base64
    import json

    return base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")


async def test_one_way_at_a_time(door: Door) -> None:
    inum = await public_key_client(door)
    form = Assertion(inum).form
    twice = (400, "Authenticate in one way only.")
    assert await outcome(door, data=form, auth=(inum, SECRET)) == twice
    assert await outcome(door, data=form | {"client_id": inum, "client_secret": "x"}) == twice
    both = GRANT | {"client_id": inum, "client_secret": "x"}
    assert await outcome(door, data=both, auth=(inum, SECRET)) == twice
    other = (401, "The form names another client than the assertion's sub.")
    assert await outcome(door, data=form | {"client_id": "someone"}) == other
    status, said = await outcome(door, data=form | {"client_assertion_type": "other"})
    assert (status, said) == (400, f"The client_assertion_type has to be {ASSERTION_TYPE}.")
    lacking = GRANT | {"client_assertion_type": ASSERTION_TYPE}
    missing = (400, "The parameter client_assertion is missing.")
    assert await outcome(door, data=lacking) == missing
    nobody = (401, "The request does not say which client sends it.")
    assert await outcome(door, data=GRANT) == nobody


async def test_a_public_client_gets_no_token_for_itself(door: Door) -> None:
    inum = await registered(door, tokenEndpointAuthMethod="none")
    said = "A public client cannot do this: it needs a way to authenticate."
    assert await outcome(door, data=GRANT | {"client_id": inum}) == (401, said)
    answer = await door.http.post(REVOKE, data={"client_id": inum, "token": "unknown"})
    assert answer.status_code == 200
    secret = GRANT | {"client_id": inum, "client_secret": "x"}
    assert await outcome(door, data=secret) == (401, _not_by("client_secret_post"))


async def test_a_disabled_client_is_told_only_when_it_is_proved(door: Door) -> None:
    inum = await public_key_client(door, disabled=True)
    assert await outcome(door, data=Assertion(inum).form) == (403, "The client is disabled.")
    forged = Assertion(inum, header={"kid": key_for("ES256").kid}, key=key_for("ES256", 1))
    assert (await outcome(door, data=forged.form))[0] == 401


async def test_revocation_by_assertion(door: Door) -> None:
    inum = await public_key_client(door)
    token = (await door.http.post(TOKEN, data=Assertion(inum).form)).json()["access_token"]
    for audience in (f"{ISSUER}{REVOKE}", f"{ISSUER}{TOKEN}"):
        form = Assertion(inum, claims={"aud": audience}).form | {"token": token}
        answer = await door.http.post(REVOKE, data=form)
        assert (answer.status_code, answer.content) == (200, b"")
    assert not await _active(door.http, token, Assertion(inum).form)


async def _active(http: httpx.AsyncClient, token: str, form: dict[str, str]) -> bool:
    answer = await http.post("/jans-auth/restv1/introspection", data=form | {"token": token})
    assert answer.status_code == 200, answer.text
    return bool(answer.json()["active"])
