import base64
import json
import secrets
import uuid

import pytest
from hypothesis import given

from tests.unit.models.strategies import json_objects, nested
from tui.models.json import Json, JsonObject, copied, same
from tui.models.secrets import (
    MASK,
    SECRET_MEMBERS,
    looks_encrypted,
    mask,
    new_secret,
    unmask,
)


def ciphertext(blocks: int) -> str:
    return base64.b64encode(bytes(range(200, 200 + 8 * blocks))).decode()


def test_new_secrets_have_256_bits_and_need_no_quoting() -> None:
    made = {new_secret() for _ in range(200)}
    assert len(made) == 200
    for secret in made:
        assert len(base64.urlsafe_b64decode(secret + "=")) == 32
        assert secret.isascii()
        assert not set(secret) & set(" +/=&%\"'$\\")
        assert not looks_encrypted(secret)


def test_no_secret_looks_like_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["-rm", "--x", "a-b"])
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _size: next(drawn))
    assert new_secret() == "a-b"


@pytest.mark.parametrize("blocks", range(1, 7))
def test_ciphertext_is_recognised(blocks: int) -> None:
    assert looks_encrypted(ciphertext(blocks))


def test_an_encrypted_uuid_is_recognised_every_time() -> None:
    for _ in range(200):
        # 36 characters and their padding fill five blocks of triple DES, three of AES.
        assert looks_encrypted(base64.b64encode(secrets.token_bytes(40)).decode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "secret",
        "password",
        "Passw0rd",
        "correct horse battery staple",
        "CorrectHorseBatteryStaple",
        str(uuid.UUID(int=2**127)),
        uuid.UUID(int=2**127).hex,
        "0123456789abcdef" * 4,
        "0123456789ABCDEF" * 4,
        "12345678" * 8,
        "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY",
        "a/b",
        "abcdefghijk=",
        "ABCDEFGHIJI=",
        "====",
        "EXAMPLE-encrypted-at-rest-value",
        "Zm9vYmFyCg==",
        "••••••••",
        "\ud800" * 12,
        "ＡＢＣＤ" * 6 + "==",
        ciphertext(5) + "\n",
        ciphertext(5)[:-1],
        ciphertext(5).replace("+", "-").replace("/", "_").replace("=", ""),
        ciphertext(1)[:-2] + "9=",  # Bits beyond the last byte.
    ],
)
def test_other_texts_are_not_taken_for_ciphertext(text: str) -> None:
    assert not looks_encrypted(text)


def test_secrets_are_masked_however_deep() -> None:
    raw: JsonObject = {
        "clientSecret": "s1",
        "registrationAccessToken": "s2",
        "clientName": "x",
        "clients": [{"clientSecret": "s3", "inum": "1"}, [{"client_secret": "s4"}]],
        "attributes": {"inner": {"registration_access_token": ["s5", {"a": "s6"}]}},
    }
    before = copied(raw)
    masked = mask(raw)
    assert masked == {
        "clientSecret": MASK,
        "registrationAccessToken": MASK,
        "clientName": "x",
        "clients": [{"clientSecret": MASK, "inum": "1"}, [{"client_secret": MASK}]],
        "attributes": {"inner": {"registration_access_token": MASK}},
    }
    assert raw == before


@pytest.mark.parametrize("empty", [None, ""])
def test_a_secret_that_is_not_there_is_not_made_up(empty: Json) -> None:
    assert mask({"clientSecret": empty}) == {"clientSecret": empty}


@pytest.mark.parametrize("odd", [5, False, ["s"], {"x": "s"}])
def test_a_secret_of_an_odd_type_is_masked_too(odd: Json) -> None:
    assert mask({"clientSecret": odd}) == {"clientSecret": MASK}


@given(json_objects)
def test_no_secret_is_left(raw: JsonObject) -> None:
    for name in SECRET_MEMBERS:
        holder: JsonObject = {"list": [{**raw, name: "the secret"}]}
        assert "the secret" not in json.dumps(mask(holder))
    assert same(mask(raw), raw)


def test_no_nesting_hides_a_secret() -> None:
    deep: JsonObject = {"a": [nested(20_000), {"b": {"clientSecret": "s"}}]}
    masked = mask(deep)
    assert isinstance(masked["a"], list)
    assert masked["a"][1] == {"b": {"clientSecret": MASK}}


SECRETIVE: JsonObject = {
    "clientSecret": "one",
    "a": [{"client_secret": "two"}, {"x": [{"registrationAccessToken": "three"}]}],
    "clientName": MASK,
    "registrationAccessToken": "",
}


def test_unmasking_brings_back_what_was_masked() -> None:
    assert unmask(mask(SECRETIVE), SECRETIVE) == SECRETIVE
    assert unmask(mask(SECRETIVE, "?"), SECRETIVE, "?") == SECRETIVE


@given(json_objects)
def test_unmasking_any_masked_document(raw: JsonObject) -> None:
    assert same(unmask(mask(raw), raw), raw)


def test_unmasking_leaves_what_was_put_in_place_of_the_mask() -> None:
    changed = mask(SECRETIVE) | {"clientSecret": "new", "other": {"client_secret": "more"}}
    whole = unmask(changed, SECRETIVE)
    assert whole["clientSecret"] == "new"
    assert whole["other"] == {"client_secret": "more"}


def test_a_mask_for_which_there_is_no_secret_is_left_out() -> None:
    masked = mask(SECRETIVE)
    assert unmask(masked, {}) == {
        "a": [{}, {"x": [{}]}],
        "clientName": MASK,
        "registrationAccessToken": "",
    }
    assert unmask(masked, {"a": 5, "clientSecret": "one"})["clientSecret"] == "one"
    assert masked == mask(SECRETIVE)


def test_what_comes_back_is_a_copy() -> None:
    known: JsonObject = {"clientSecret": ["odd"]}
    whole = unmask({"clientSecret": MASK}, known)
    assert whole["clientSecret"] == ["odd"]
    assert whole["clientSecret"] is not known["clientSecret"]
