"""Software statements, decoded and doubted."""

import base64
import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.models.json import Json, JsonObject
from tui.models.jwt import LONGEST
from tui.models.registration.software_statement import (
    NotAStatementError,
    SsaDocument,
    Statement,
    decode,
    moment_of,
)

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
AT = int(NOW.timestamp())
SIGNED: JsonObject = {"alg": "ES256"}

SHAPE = "This is no software statement: a JWT has three parts with dots between them."


def part(value: Json) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def jwt(header: Json, claims: Json) -> str:
    return f"{part(header)}.{part(claims)}.c2ln"


@pytest.mark.parametrize("claims", [{}, {"iss": "x"}, {"iss": "é?>~"}, {"a": [1, {"b": None}]}])
def test_what_was_said_is_read(claims: JsonObject) -> None:
    assert decode(jwt(SIGNED, claims)) == Statement(SIGNED, claims)
    assert decode(f"\n {jwt(SIGNED, claims)}  ") == Statement(SIGNED, claims)


@pytest.mark.parametrize("text", ["", "a", "a.b", "a.b.c.d", "a.b.c.d.e"])
def test_what_has_not_three_parts_is_none(text: str) -> None:
    with pytest.raises(NotAStatementError) as caught:
        decode(text)
    assert str(caught.value) == SHAPE


def test_what_is_too_long_is_not_read() -> None:
    base = jwt(SIGNED, {})
    assert decode(base + "x" * (LONGEST - len(base))).header == SIGNED
    with pytest.raises(NotAStatementError, match=SHAPE):
        decode(base + "x" * (LONGEST - len(base) + 1))


@pytest.mark.parametrize(
    "odd", ["", "!!!!", "AA=A", "é", part([1]), part("x"), part(None), "e30K!"]
)
def test_a_part_that_is_no_object(odd: str) -> None:
    with pytest.raises(NotAStatementError) as caught:
        decode(f"{odd}.{part({})}.s")
    assert str(caught.value) == ("This is no software statement: its header cannot be decoded.")
    with pytest.raises(NotAStatementError) as caught:
        decode(f"{part({})}.{odd}.s")
    assert str(caught.value) == ("This is no software statement: its content cannot be decoded.")


@given(st.text(alphabet="abcABC012-_.=+/ \n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(NotAStatementError):
        assert isinstance(decode(text).claims, dict)


def test_who_made_it_for_what() -> None:
    statement = Statement({"alg": "PS256"}, {"iss": "https://a.example", "software_id": "S"})
    assert (statement.issuer, statement.software_id, statement.algorithm) == (
        "https://a.example",
        "S",
        "PS256",
    )
    odd = Statement({"alg": 5}, {"iss": ["x"], "software_id": None})
    assert (odd.issuer, odd.software_id, odd.algorithm) == ("", "", "")


@pytest.mark.parametrize(
    ("header", "claims", "problems"),
    [
        (SIGNED, {"iss": "x"}, ()),
        (SIGNED, {"iss": "x", "exp": AT + 1, "nbf": AT}, ()),
        (SIGNED, {}, ("The statement names no issuer (iss), so no provider can trust it.",)),
        ({"alg": "none"}, {"iss": "x"}, ("The statement is not signed.",)),
        ({}, {"iss": "x"}, ("The statement is not signed.",)),
        (SIGNED, {"iss": "x", "exp": AT}, ("The statement expired on 2026-03-01 at 12:00 UTC.",)),
        (
            SIGNED,
            {"iss": "x", "nbf": AT + 60},
            ("The statement is not valid before 2026-03-01 at 12:01 UTC.",),
        ),
        (SIGNED, {"iss": "x", "exp": "soon"}, ("The statement's expiry is no time: soon.",)),
        (
            SIGNED,
            {"iss": "x", "exp": "y" * 90},
            (f"The statement's expiry is no time: {'y' * 59}….",),
        ),
    ],
)
def test_what_stands_against_it(
    header: JsonObject, claims: JsonObject, problems: tuple[str, ...]
) -> None:
    assert Statement(header, claims).problems(NOW) == problems


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (AT, NOW),
        (AT + 0.0, NOW),
        (True, None),
        ("5", None),
        (None, None),
        ([], None),
        (1e300, None),
        (float("nan"), None),
        (10**15, None),
    ],
)
def test_times(value: Json, moment: datetime | None) -> None:
    assert moment_of(value) == moment
    assert Statement({}, {"exp": value}).moment("exp") == moment
    assert SsaDocument({"expiration": value}).expires == moment
    assert SsaDocument({"created_at": value}).created == moment


def test_what_a_server_lists() -> None:
    listed = SsaDocument({"ssa": {"jti": "j"}, "status": "USED"})
    assert (listed.jti, listed.status, listed.expires) == ("j", "USED", None)
