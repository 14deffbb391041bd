"""Software statements of others, checked with the keys of those who signed them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey

from tests.api.registration.support import ISSUER, pages, registration_api
from tui.api.jws import Signature
from tui.api.registration.statement_check import StatementCheck
from tui.models.json import JsonObject
from tui.models.registration.software_statement import NotAStatementError

NOW = datetime(2027, 1, 31, 10, tzinfo=UTC)
KEY = ECKey.generate_key("P-256", {"kid": "one"})
OTHER = ECKey.generate_key("P-256", {"kid": "one"})
CLAIMS = {"iss": ISSUER, "software_id": "shop", "exp": 1_900_000_000}


def statement(claims: dict[str, Any] = CLAIMS, key: Any = KEY, alg: str = "ES256") -> str:
    return jwt.encode({"alg": alg, "kid": "one"}, claims, key, algorithms=[alg])


def provider(keys: Any = None) -> dict[str, Any]:
    return {
        f"{ISSUER}/.well-known/openid-configuration": {
            "issuer": ISSUER,
            "jwks_uri": f"{ISSUER}/jwks",
            "registration_endpoint": f"{ISSUER}/register",
        },
        f"{ISSUER}/jwks": keys or {"keys": [OTHER.as_dict(private=False), KEY.as_dict(False)]},
    }


async def checked(text: str, answers: dict[str, Any] | None = None) -> StatementCheck:
    async with registration_api(pages(provider() if answers is None else answers)) as api:
        return await api.check_statement(text, NOW)


async def test_a_good_one() -> None:
    check = await checked(f" {statement()}\n")
    assert check.signature is Signature.GOOD
    assert check.problems == ()
    assert check.statement.software_id == "shop"
    assert "op.example has signed it" in check.why


async def test_one_that_another_signed() -> None:
    check = await checked(statement(key=ECKey.generate_key("P-256")))
    assert check.signature is Signature.BAD
    assert check.problems == (check.why,)


async def test_one_that_was_changed() -> None:
    head, _, end = statement().split(".")
    _, claims, _ = statement({**CLAIMS, "software_id": "other"}).split(".")
    assert (await checked(f"{head}.{claims}.{end}")).signature is Signature.BAD


@pytest.mark.parametrize(
    ("claims", "problem"),
    [
        ({**CLAIMS, "exp": 1_800_000_000}, "expired on 2027-01-15 at 08:00 UTC"),
        ({**CLAIMS, "nbf": 1_890_000_000}, "not valid before"),
        ({**CLAIMS, "exp": "soon"}, "expiry is no time: soon"),
        ({"software_id": "x"}, "names no issuer"),
    ],
)
async def test_what_stands_against_it(claims: JsonObject, problem: str) -> None:
    check = await checked(statement(claims))
    assert any(problem in sentence for sentence in check.problems)


async def test_none_is_no_signature() -> None:
    check = await checked("eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL29wLmV4YW1wbGUifQ.")
    assert check.signature is Signature.BAD
    assert check.problems == ("The statement is not signed.",)


async def test_a_shared_secret_cannot_be_checked() -> None:
    check = await checked(statement(key=OctKey.generate_key(256), alg="HS256"))
    assert check.signature is Signature.UNKNOWN
    assert "secret" in check.why


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {f"{ISSUER}/.well-known/openid-configuration": {"issuer": ISSUER}},
        provider({"keys": []}),
        provider({"keys": [{"kty": "EC"}]}),
        provider({"keys": "none"}),
        provider({"no": "keys"}),
    ],
)
async def test_keys_that_are_not_to_be_had(answers: dict[str, Any]) -> None:
    check = await checked(statement(), answers)
    assert check.signature is Signature.UNKNOWN
    assert check.problems == ()
    assert check.why


async def test_an_issuer_that_is_no_safe_address() -> None:
    check = await checked(statement({**CLAIMS, "iss": "http://op.example"}))
    assert check.signature is Signature.UNKNOWN
    assert "https" in check.why


@pytest.mark.parametrize(
    "text", ["", "a.b", "a.b.c", "e30.W10.x", "é.e30.x", "e30." + "A" * 300_000 + ".x"]
)
async def test_what_is_no_statement(text: str) -> None:
    with pytest.raises(NotAStatementError, match="no software statement"):
        await checked(text)
