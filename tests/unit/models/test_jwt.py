"""JWTs taken apart."""

import base64
import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.models.jwt import LONGEST, Jwt, NotAJwtError, taken_apart


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def test_header_and_claims() -> None:
    text = f"{part({'alg': 'none'})}.{part({'sub': 'ü'})}."
    assert taken_apart(f" {text}\n") == Jwt({"alg": "none"}, {"sub": "ü"})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "three parts"),
        ("a.b", "three parts"),
        ("a.b.c.d", "three parts"),
        ("x" * LONGEST + ".b.c", "three parts"),
        (f"!.{part({})}.c", "its header"),
        (f"{part([])}.{part({})}.c", "its header"),
        (f"{part({})}.{part('x')}.c", "its content"),
        (f"{part({})}.{part({})[:-1]}\u00e9.c", "its content"),
        (f"{part({})}.{'Wy' * 100_000}.c", "its content"),
    ],
)
def test_what_is_no_jwt(text: str, why: str) -> None:
    with pytest.raises(NotAJwtError, match=why):
        taken_apart(text)


@given(st.text(alphabet=st.sampled_from("eyJ.-_=\x00é\ud800"), max_size=40))
def test_nothing_else_is_raised(text: str) -> None:
    with contextlib.suppress(NotAJwtError):
        taken_apart(text)
