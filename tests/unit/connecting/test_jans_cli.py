"""What is read from the settings of the Jans CLI."""

import base64
import warnings
from pathlib import Path

import pytest

from tui.connecting import jans_cli
from tui.connecting.jans_cli import jans_cli_profile, jans_cli_secret
from tui.settings.profile import Profile, SignIn

SALT = "0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def no_server_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(jans_cli, "SERVER_SALT", tmp_path / "none")


def write(home: Path, *lines: str, salt: str = SALT) -> None:
    folder = home / ".config"
    folder.mkdir(exist_ok=True)
    (folder / "jans-cli.ini").write_text("\n".join(("[DEFAULT]", *lines, "")))
    (folder / "jans-cli-salt").write_text(f"encodeSalt = {salt}\n" if salt else "")


def obscured(secret: str, salt: str = SALT) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
        from cryptography.hazmat.primitives.ciphers import Cipher
        from cryptography.hazmat.primitives.ciphers.modes import ECB

        data = secret.encode()
        padding = 8 - len(data) % 8
        encryptor = Cipher(TripleDES(salt.encode()), ECB()).encryptor()
        text = encryptor.update(data + bytes([padding]) * padding)
        return base64.b64encode(text + encryptor.finalize()).decode()


def test_no_file_is_no_profile() -> None:
    assert jans_cli_profile() is None


def test_a_plain_secret(own_folders: Path) -> None:
    write(
        own_folders, "jans_host = op.example", "jca_client_id = 1800.x", "jca_client_secret = a%b"
    )
    assert jans_cli_profile() == Profile(
        "jans-cli.ini",
        "https://op.example",
        sign_in=SignIn("client_secret_basic", "1800.x", "jans-cli:jca_client_secret"),
    )
    assert jans_cli_secret("jca_client_secret") == "a%b"


def test_the_client_of_the_installer_signs_people_in(own_folders: Path) -> None:
    write(own_folders, "jans_host = op.example", "jca_client_id = 2000.x")
    found = jans_cli_profile()
    assert found is not None
    assert found.sign_in == SignIn("device", "2000.x")


def test_a_token(own_folders: Path) -> None:
    write(own_folders, "jans_host = op.example", f"access_token_enc = {obscured('abc.def')}")
    found = jans_cli_profile()
    assert found is not None
    assert found.sign_in == SignIn("token", token="jans-cli:access_token")
    assert jans_cli_secret("access_token") == "abc.def"


@pytest.mark.parametrize("secret", ["hush", "a longer secret of 3DES", "12345678", "ü"])
def test_an_obscured_secret(own_folders: Path, secret: str) -> None:
    write(own_folders, "jans_host = a", f"jca_client_secret_enc = {obscured(secret)}")
    assert jans_cli_secret("jca_client_secret") == secret


@pytest.mark.parametrize(
    ("text", "salt", "says"),
    [
        (obscured("hush"), "", "the salt to read it is neither in"),
        (obscured("hush"), "76543210abcdef0123456789", "does not fit"),
        (obscured("hush"), "short", "does not fit"),
        ("no base64", SALT, "does not fit"),
        ("", SALT, "is not in"),
    ],
)
def test_one_that_cannot_be_read(own_folders: Path, text: str, salt: str, says: str) -> None:
    write(own_folders, "jans_host = a", f"jca_client_secret_enc = {text}", salt=salt)
    with pytest.raises(ValueError, match=says) as caught:
        jans_cli_secret("jca_client_secret")
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "[DEFAULT", "jans_host = a", "[DEFAULT]\njans_host = a b\n"])
def test_a_foreign_file_is_no_profile(own_folders: Path, text: str) -> None:
    write(own_folders)
    (own_folders / ".config" / "jans-cli.ini").write_text(text)
    assert jans_cli_profile() is None


def test_it_is_never_written(own_folders: Path) -> None:
    write(own_folders, "jans_host = op.example", "jca_client_id = 1800.x")
    files = {path: path.read_bytes() for path in (own_folders / ".config").iterdir()}
    jans_cli_profile()
    assert {path: path.read_bytes() for path in (own_folders / ".config").iterdir()} == files
