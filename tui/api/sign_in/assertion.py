"""JSON Web Tokens with which a client proves who it is (RFC 7523 section 2.2)."""

from __future__ import annotations

import secrets
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.api.config import ApiConfig
from tui.api.sign_in.keys import algorithm_for, private_key

if TYPE_CHECKING:
    from tui.api.sign_in.keys import Key

LIFE = 60
"""Seconds that an assertion is good for."""


def client_assertion(config: ApiConfig, audience: str, wall: Callable[[], float]) -> str:
    """A signed assertion of the client; it may be used once. Takes some milliseconds.

    Args:
        config: names the client, its method, and its key or secret.
        audience: whom it is for: the URL of the token endpoint.
        wall: seconds since the epoch.

    Raises:
        SecretMissing: the key cannot be used.
    """
    from joserfc import jwt
    from joserfc.jwk import OctKey

    now = int(wall())
    with warnings.catch_warnings():
        # joserfc warns of short secrets and of EdDSA's older name; both are the server's choice.
        warnings.simplefilter("ignore")
        key: Key
        if config.method == "client_secret_jwt":
            key = OctKey.import_key(config.client_secret)
            algorithm = algorithm_for(key, config.signing_alg or "HS256")
        else:
            key = private_key(config.private_key, config.private_key_password)
            algorithm = algorithm_for(key, config.signing_alg)
        header = {"alg": algorithm, "typ": "JWT"}
        if config.method == "private_key_jwt":
            header["kid"] = key.kid or key.thumbprint()
        claims = {
            "iss": config.client_id,
            "sub": config.client_id,
            "aud": audience,
            "jti": secrets.token_urlsafe(16),
            "iat": now,
            "exp": now + LIFE,
        }
        return jwt.encode(header, claims, key, algorithms=[algorithm])
