import pytest

from tests.unit.checks.cases import HTTPS, Bad, Changes, E, W, at
from tui.checks.algorithm_members import PROTECTED

KEYS = {"jwksUri": f"{HTTPS}/jwks"}
PUBLIC = {"tokenEndpointAuthMethod": "none"}
BY_KEY = {**KEYS, "tokenEndpointAuthMethod": "private_key_jwt"}
ID_TOKEN, ID_TOKEN_ALG = "idTokenSignedResponseAlg", "idTokenEncryptedResponseAlg"
ID_TOKEN_ENC = "idTokenEncryptedResponseEnc"
JARM = "attributes.jansAuthSignedRespAlg"
SIGNING = [each.signing for each in PROTECTED]
ENCRYPTION = [(each.encryption, each.content) for each in PROTECTED if each.encryption]
REQUEST, REQUEST_ALG = "requestObjectSigningAlg", "requestObjectEncryptionAlg"
REQUEST_ENC = "requestObjectEncryptionEnc"


@pytest.mark.parametrize("path", SIGNING)
def test_none_is_no_signature(path: str) -> None:
    [finding] = at(path, {path: "none"})
    assert finding.severity is (E if path == JARM else W)


@pytest.mark.parametrize("path", SIGNING)
def test_hmac_needs_a_secret(path: str) -> None:
    Bad(path, E, "a public client has none", {**PUBLIC, path: "HS256"}).check()
    Bad(path, W, "none is known", {**BY_KEY, path: "HS256"}).check()
    assert at(path, {path: "HS256"}) == []
    assert at(path, {**BY_KEY, path: "HS256", "clientSecret": "x"}) == []


@pytest.mark.parametrize("path", SIGNING)
def test_asymmetric_signatures_are_fine(path: str) -> None:
    assert at(path, {**PUBLIC, **KEYS, path: "ES256"}) == []


@pytest.mark.parametrize(("alg", "enc"), ENCRYPTION)
def test_encryption_takes_two_algorithms(alg: str, enc: str) -> None:
    Bad(enc, E, "does nothing without", {enc: "A128GCM"}).check()
    Bad(enc, W, "A128CBC-HS256", {**KEYS, alg: "RSA-OAEP"}).check()
    both = {**KEYS, alg: "RSA-OAEP", enc: "A128GCM"}
    assert at(enc, both) == []
    assert at(alg, both) == []


@pytest.mark.parametrize(("alg", "enc"), ENCRYPTION)
def test_pkcs_1_v1_5_is_weak(alg: str, enc: str) -> None:
    [finding] = at(alg, {**KEYS, alg: "RSA1_5", enc: "A128GCM"})
    assert finding.severity is W
    assert "RSA-OAEP" in finding.message


@pytest.mark.parametrize(("alg", "enc"), ENCRYPTION)
def test_symmetric_encryption_needs_a_secret(alg: str, enc: str) -> None:
    for value in ("A128KW", "dir", "A256GCMKW", "PBES2-HS256+A128KW"):
        [finding] = at(alg, {**PUBLIC, alg: value, enc: "A128GCM"})
        assert finding.severity is E
        assert at(alg, {alg: value, enc: "A128GCM"}) == []


@pytest.mark.parametrize(
    ("alg", "enc"), [pair for pair in ENCRYPTION if pair != (REQUEST_ALG, REQUEST_ENC)]
)
def test_encryption_for_the_client_needs_its_keys(alg: str, enc: str) -> None:
    for value in ("RSA-OAEP", "ECDH-ES"):
        Bad(alg, E, "public keys", {alg: value, enc: "A128GCM"}).check()
        assert at(alg, {**KEYS, alg: value, enc: "A128GCM"}) == []


def test_request_objects_come_from_the_client() -> None:
    assert at(REQUEST_ALG, {REQUEST_ALG: "RSA-OAEP", REQUEST_ENC: "A128GCM"}) == []
    Bad(REQUEST, E, "public keys", {REQUEST: "ES256"}).check()
    assert at(REQUEST, {**KEYS, REQUEST: "ES256"}) == []


def test_id_tokens_through_the_browser_are_signed() -> None:
    changes: Changes = {"responseTypes": ["code", "id_token"], ID_TOKEN: "none"}
    Bad(ID_TOKEN, E, "pass the browser", changes).check()


def test_a_foreign_algorithm_is_shown_harmless() -> None:
    [finding] = at(ID_TOKEN, {**PUBLIC, ID_TOKEN: "HS\x1b[31m"})
    assert "\x1b" not in finding.message
    [finding] = at(ID_TOKEN_ENC, {ID_TOKEN_ENC: "\x1b[31m"})
    assert "\x1b" not in finding.message
    assert at(ID_TOKEN_ALG, {}) == []
