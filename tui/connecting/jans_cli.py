"""The settings of the Jans CLI: read, never written.

``~/.config/jans-cli.ini`` names a server and a client. Its secrets are plain, or obscured by
3DES with a key that lies in a file beside it (``jans-cli-salt``, or ``/etc/jans/conf/salt`` on
the server itself). That keeps nobody out, but it is how they are stored.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path

from tui.models.address import server_address
from tui.private_files import content
from tui.settings.profile import JANS_CLI, Method, Profile, SignIn

SERVER_SALT = Path("/etc/jans/conf/salt")

LARGEST = 1_000_000
"""Bytes; a larger file is none of theirs."""

TOKEN = "access_token"

DEVICE_CLIENTS = "2000."
"""How the ids of the clients begin that the Jans installer makes for signing people in."""


def ini_file() -> Path:
    """Where the Jans CLI keeps its settings; of a user without a home folder, nowhere."""
    home = os.path.expanduser("~")
    # Unexpanded it would be a folder of that name here, which anybody may have made.
    folder = Path(home) / ".config" if home.startswith("/") else Path(os.devnull)
    return folder / "jans-cli.ini"


def jans_cli_profile() -> Profile | None:
    """The profile that the file amounts to; None without a file that names a server."""
    values = _values()
    host, client_id = values.get("jans_host", ""), values.get("jca_client_id", "")
    try:
        url = server_address(host) if host else ""
    except ValueError:
        return None
    if not url:
        return None
    if client_id:
        method: Method = "device" if client_id.startswith(DEVICE_CLIENTS) else "client_secret_basic"
        known = _has(values, "jca_client_secret")
        sign_in = SignIn(method, client_id, "jans-cli:jca_client_secret" if known else "")
    elif _has(values, TOKEN):
        sign_in = SignIn("token", token=f"jans-cli:{TOKEN}")
    else:
        return None
    return Profile(JANS_CLI, url, sign_in=sign_in)


def jans_cli_secret(name: str) -> str:
    """A secret of the file, by its name there; an obscured one is read with the salt. It blocks.

    Raises:
        ValueError: it cannot be had; the text is the end of a sentence.
    """
    values = _values()
    if values.get(name):
        return values[name]
    obscured = values.get(f"{name}_enc", "")
    if not obscured:
        raise ValueError(f"is not in {ini_file()}.")
    salt = _salt()
    if not salt:
        raise ValueError(
            f"is obscured in {ini_file()}, and the salt to read it is neither in {SERVER_SALT} nor "
            f"in {_own_salt()}."
        )
    return _clear(obscured, salt)


def _has(values: dict[str, str], name: str) -> bool:
    return bool(values.get(name) or values.get(f"{name}_enc"))


def _values() -> dict[str, str]:
    try:
        text = content(ini_file(), LARGEST, follow=True).decode("utf-8")
    except (OSError, ValueError):
        return {}
    from configparser import ConfigParser, Error

    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
    except Error:
        return {}
    return dict(parser.defaults())


def _own_salt() -> Path:
    return ini_file().with_name("jans-cli-salt")


def _salt() -> str:
    for path in (SERVER_SALT, _own_salt()):
        try:
            lines = content(path, LARGEST, follow=True).decode("utf-8").splitlines()
        except (OSError, ValueError):
            continue
        for line in lines:
            name, _, value = line.partition("=")
            if name.strip() == "encodeSalt" and value.strip():
                return value.strip()
    return ""


def _clear(obscured: str, salt: str) -> str:
    """3DES in ECB mode with PKCS #5 padding, in base64, as the Jans tools write it."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
        from cryptography.hazmat.primitives.ciphers import Cipher
        from cryptography.hazmat.primitives.ciphers.modes import ECB
        from cryptography.hazmat.primitives.padding import PKCS7

        try:
            # Nothing is kept from anybody by this cipher; it is only how others wrote it down.
            decryptor = Cipher(TripleDES(salt.encode()), ECB()).decryptor()  # noqa: S305
            padded = decryptor.update(base64.b64decode(obscured)) + decryptor.finalize()
            unpadder = PKCS7(64).unpadder()
            return (unpadder.update(padded) + unpadder.finalize()).decode()
        except (ValueError, binascii.Error):
            pass
    raise ValueError(f"is obscured in {ini_file()}, and the salt that is there does not fit.")
