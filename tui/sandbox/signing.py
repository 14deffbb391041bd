"""The server's signing key (ES256): made at first need, kept in a 0600 file."""

import json
from pathlib import Path
from typing import Any, cast

from tui.sandbox.files import read_once

FILE = "signing.jwk.json"


def _key(folder: Path) -> Any:
    from joserfc.jwk import ECKey

    def make() -> bytes:
        made = ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, private=True)
        made.ensure_kid()
        return json.dumps(made.as_dict(private=True)).encode()

    return ECKey.import_key(json.loads(read_once(folder / FILE, make)))


def sign(folder: Path, claims: dict[str, Any]) -> str:
    """A JWT (RFC 7519) with ``claims``, typed as an access token (RFC 9068).

    Raises:
        OSError, ValueError: the key file cannot be used.
    """
    from joserfc import jwt

    key = _key(folder)
    return jwt.encode({"alg": "ES256", "typ": "at+jwt", "kid": key.kid}, claims, key)


def public_keys(folder: Path) -> dict[str, Any]:
    """The JWK Set (RFC 7517 section 5) with the public key.

    Raises:
        OSError, ValueError: the key file cannot be used.
    """
    return {"keys": [cast(dict[str, Any], _key(folder).as_dict(private=False))]}
