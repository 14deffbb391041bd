import json
import stat
from pathlib import Path

import pytest
import trustme
from joserfc.jwk import ECKey, OKPKey, RSAKey

from tui.checks.jwks import read_key_set
from tui.keys.certificate import read_certificate
from tui.keys.generate import ALGORITHMS, Kind, generate, with_key
from tui.new_file import write_new_file


def read_private(kind: Kind, pem: str) -> ECKey | OKPKey | RSAKey:
    if kind == "Ed25519":
        return OKPKey.import_key(pem)
    return RSAKey.import_key(pem) if kind.startswith("RSA") else ECKey.import_key(pem)


@pytest.mark.parametrize("kind", ALGORITHMS)
def test_the_two_halves_belong_together(kind: Kind) -> None:
    pair = generate(kind)
    private = read_private(kind, pair.private_pem)
    assert private.is_private
    assert private.as_dict(private=False).items() <= pair.public.items()
    assert private.thumbprint() == pair.kid == pair.public["kid"]


@pytest.mark.parametrize("kind", ALGORITHMS)
def test_the_public_half_passes_our_own_checks(kind: Kind) -> None:
    key_set = read_key_set(with_key("", generate(kind).public))
    assert key_set.problems == ()
    assert [key.problems for key in key_set.keys] == [()]


def test_a_private_key_is_not_in_the_repr() -> None:
    pair = generate("Ed25519")
    assert "PRIVATE" not in repr(pair)
    assert "d" not in pair.public


def test_a_key_is_added_behind_those_that_are_there() -> None:
    first = {"kty": "EC", "kid": "first"}
    text = with_key(json.dumps({"keys": [first], "note": "kept"}), {"kid": "second"})
    assert json.loads(text) == {"keys": [first, {"kid": "second"}], "note": "kept"}


@pytest.mark.parametrize("text", ["{", "[]", '{"keys": 1}', '"keys"'])
def test_no_key_is_added_to_what_is_no_key_set(text: str) -> None:
    with pytest.raises(ValueError, match="mend or clear it first"):
        with_key(text, {"kid": "x"})


def test_a_certificate_tells_its_subject_and_key() -> None:
    pem = trustme.CA().issue_cert("rp.example", common_name="rp.example").cert_chain_pems[0]
    found = read_certificate(pem.bytes())
    assert found.subject_dn.startswith("CN=rp.example")
    assert len(found.thumbprint) == 43
    key_set = read_key_set(with_key("", found.jwk))
    assert [key.has_certificate for key in key_set.keys] == [True]
    assert key_set.problems == ()


@pytest.mark.parametrize(
    "data", [b"", b"text", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
)
def test_what_is_no_certificate_is_said(data: bytes) -> None:
    with pytest.raises(ValueError, match="This is no certificate"):
        read_certificate(data)


def test_a_private_key_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = write_new_file(str(tmp_path / "key.pem"), "the key")
    assert path.read_text() == "the key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_exists_is_not_written_over(tmp_path: Path) -> None:
    taken = tmp_path / "key.pem"
    taken.write_text("somebody's")
    with pytest.raises(ValueError, match="exists already"):
        write_new_file(str(taken), "the key")
    assert taken.read_text() == "somebody's"


@pytest.mark.parametrize("name", ["", "no/such/folder/key.pem"])
def test_a_path_that_cannot_be_written_is_said(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match=r"path of a new file|cannot be written"):
        write_new_file(name, "the key")
