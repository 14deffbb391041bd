import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.checks.cases import E, W, at
from tui.checks.jwks import MAXIMUM_LENGTH, describe_keys, read_key_set

KEY = {"kty": "OKP", "crv": "Ed25519", "kid": "a", "x": "A" * 43}


def key_set(*keys: object) -> str:
    return json.dumps({"keys": keys})


@pytest.mark.parametrize("text", ["", "  ", key_set(KEY), key_set(KEY, {**KEY, "kid": "b"})])
def test_sound_sets_cause_no_finding(text: str) -> None:
    assert at("jwks", {"jwks": text}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("5", "no JSON object"),
        ("[]", "no JSON object"),
        ("{}", "no list of keys"),
        ('{"keys": {}}', "no list of keys"),
        (json.dumps(KEY), "single key"),
        ("-----BEGIN CERTIFICATE-----\nMIIB", "PEM form: convert"),
        ("-----BEGIN PRIVATE KEY-----\nMIIB", "private key in PEM form"),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIB", "private key in PEM form"),
        ("[" * 100_000, "not JSON"),
        ('{"keys": [' + "9" * 5000 + "]}", "not JSON"),
    ],
)
def test_what_is_no_set_is_an_error(text: str, words: str) -> None:
    [finding] = at("jwks", {"jwks": text})
    assert finding.severity is E
    assert words in finding.message
    assert describe_keys(text) == []


def test_a_set_without_keys_is_a_warning() -> None:
    [finding] = at("jwks", {"jwks": key_set()})
    assert (finding.severity, finding.index) == (W, None)


def test_a_huge_set_is_not_read() -> None:
    text = key_set(KEY) + " " * MAXIMUM_LENGTH
    [finding] = at("jwks", {"jwks": text})
    assert finding.severity is W
    assert "too large" in finding.message


def test_key_ids_are_unique() -> None:
    [finding] = at("jwks", {"jwks": key_set(KEY, {**KEY, "kid": "b"}, KEY)})
    assert (finding.severity, finding.index) == (W, 2)
    assert 'Key "a"' in finding.message


def test_findings_stand_at_their_key() -> None:
    [finding] = at("jwks", {"jwks": key_set(KEY, {**KEY, "kid": "b", "d": "x"})})
    assert (finding.severity, finding.index) == (E, 1)


def test_hostile_names_are_made_harmless() -> None:
    [finding] = at(
        "jwks", {"jwks": key_set({**KEY, "kid": "\x1b]0;x\x07\ud800" + "y" * 999, "d": 1})}
    )
    assert "\x1b" not in finding.message
    assert len(finding.message) < 200


KEY_VALUES = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=2)
KEY_MEMBERS = ["kty", "kid", "use", "alg", "key_ops", "crv", "x", "y", "n", "e", "d", "x5c"]
KINDS = st.sampled_from(
    ["RSA", "EC", "OKP", "oct", "P-256", "Ed25519", "sig", "enc", "RS256", "AQAB"]
)
KEYS = st.dictionaries(st.sampled_from(KEY_MEMBERS), KINDS | KEY_VALUES) | KEY_VALUES


@given(st.lists(KEYS, max_size=3))
def test_any_keys_are_described(keys: list[object]) -> None:
    text = key_set(*keys)
    assert [summary.index for summary in describe_keys(text)] == list(range(len(keys)))


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_key_set(text)
