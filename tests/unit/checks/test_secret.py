import uuid

import pytest

from tests.unit.checks.cases import Changes, W, at
from tui.checks.secret import bits_at_most
from tui.models.secrets import new_secret

PATH = "clientSecret"
JWT: Changes = {"tokenEndpointAuthMethod": "client_secret_jwt"}


@pytest.mark.parametrize(
    "secret", ["letmein", "Tr0ub4dor&3", "1" * 60, "abcabc" * 9, "0123456789" * 3]
)
def test_guessable_secrets_are_found_and_not_repeated(secret: str) -> None:
    [finding] = at(PATH, {PATH: secret})
    assert finding.severity is W
    assert "easy to guess" in finding.message
    assert secret not in finding.message


@pytest.mark.parametrize(
    "secret",
    [str(uuid.UUID(int=2**127 + 0x123456789ABCDEF)), "4dmin" * 5 + "xyz+Q", ""],
)
def test_long_secrets_are_not(secret: str) -> None:
    assert at(PATH, {PATH: secret}) == []


def test_a_secret_of_our_own_making_is_not() -> None:
    assert at(PATH, {PATH: new_secret()}) == []


def test_ciphertext_is_not_judged() -> None:
    assert at(PATH, {PATH: "fHL54sT5qHk="}) == []


@pytest.mark.parametrize(
    ("alg", "length", "is_found"),
    [(None, 31, True), (None, 32, False), ("HS384", 47, True), ("HS512", 64, False)],
)
def test_a_secret_that_signs_is_as_long_as_the_hash(
    alg: str | None, length: int, is_found: bool
) -> None:
    secret = ("aB3-dE6_gH9.jK2" * 5)[:length]
    changes: Changes = {**JWT, "tokenEndpointAuthSigningAlg": alg, PATH: secret}
    assert [finding.severity for finding in at(PATH, changes)] == [W] * is_found


def test_bits() -> None:
    assert bits_at_most("") == 0
    assert bits_at_most("7" * 10) == pytest.approx(33.2, abs=0.1)
    assert bits_at_most("aA") == pytest.approx(11.4, abs=0.1)
    assert bits_at_most("漢字") > 0
