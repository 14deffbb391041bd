"""The server's signing keys: made at first need, kept in 0600 files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from tui.sandbox.files import json_object, read_once
from tui.sandbox.settings import quiet

if TYPE_CHECKING:
    from joserfc.jwk import ECKey, RSAKey

K = TypeVar("K", "ECKey", "RSAKey")

FILE = "signing.jwk.json"
RSA_FILE = "signing-rsa.jwk.json"

_DEFAULT = "ES256"
_RSA = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")


Warn = Callable[[str], None]
"""Told that a key file was set aside: what was signed with it is good no longer."""


def sign(
    folder: Path,
    claims: dict[str, Any],
    kind: str,
    algorithm: object = None,
    warn: Warn = quiet,
) -> str:
    """A JWT (RFC 7519) with ``claims`` whose ``typ`` is ``kind``.

    An ``algorithm`` for which there is no key here is signed as ES256, which an absent one
    means too.

    Raises:
        OSError: a key file cannot be read or made.
    """
    from joserfc import jwt

    rsa = algorithm in _RSA
    key = _rsa_key(folder, warn) if rsa else _key(folder, warn)
    name = str(algorithm) if rsa else _DEFAULT
    return jwt.encode({"alg": name, "typ": kind, "kid": key.kid}, claims, key, [name])


def own_claims(folder: Path, token: str, kind: str) -> dict[str, Any] | None:
    """The claims of a JWT of this ``kind`` that this server signed, else None.

    Times are not looked at.

    Raises:
        OSError: a key file cannot be read or made.
    """
    from tui.sandbox.jws import verified

    return verified(token, [_key(folder), _rsa_key(folder)], (_DEFAULT, *_RSA), kind)


def public_keys(folder: Path, warn: Warn = quiet) -> dict[str, Any]:
    """The JWK Set (RFC 7517 section 5) with the public keys.

    Raises:
        OSError: a key file cannot be read or made.
    """
    keys = (_key(folder, warn), _rsa_key(folder, warn))
    return {"keys": [cast(dict[str, Any], key.as_dict(private=False)) for key in keys]}


def _key(folder: Path, warn: Warn = quiet) -> "ECKey":
    from joserfc.jwk import ECKey

    def make() -> bytes:
        made = ECKey.generate_key("P-256", {"use": "sig", "alg": _DEFAULT}, private=True)
        made.ensure_kid()
        return json.dumps(made.as_dict(private=True)).encode()

    return read_once(folder / FILE, make, lambda data: _private(ECKey, data), warn)


def _rsa_key(folder: Path, warn: Warn = quiet) -> "RSAKey":
    """Its ``alg`` is left out: it serves RS256 as well as PS256."""
    from joserfc.jwk import RSAKey

    def make() -> bytes:
        made = RSAKey.generate_key(2048, {"use": "sig"}, private=True)
        made.ensure_kid()
        return json.dumps(made.as_dict(private=True)).encode()

    return read_once(folder / RSA_FILE, make, lambda data: _private(RSAKey, data), warn)


def _private(kind: type[K], data: bytes) -> K:
    """The private key in a file.

    Raises:
        ValueError: there is none.
    """
    try:
        key = kind.import_key(cast("dict[str, Any]", json_object(data) or {}))
        if key.is_private:
            return key
    except Exception:  # noqa: S110 -- of many kinds, by what is missing
        pass
    raise ValueError("it is no private key")
