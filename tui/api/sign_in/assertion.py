"""JSON Web Tokens with which a client proves who it is (RFC 7523 section 2.2)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.api.config import ApiConfig
from tui.api.jws import signed
from tui.api.sign_in.keys import private_key

if TYPE_CHECKING:
    from joserfc.jwk import OctKey

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
    now = int(wall())
    claims = {
        "iss": config.client_id,
        "sub": config.client_id,
        "aud": audience,
        "jti": secrets.token_urlsafe(16),
        "iat": now,
        "exp": now + LIFE,
    }
    if config.method == "client_secret_jwt":
        alg = config.signing_alg or "HS256"
        return signed(claims, lambda: _secret_key(config.client_secret), alg, names_key=False)
    return signed(
        claims,
        lambda: private_key(config.private_key, config.private_key_password),
        config.signing_alg,
    )


def _secret_key(secret: str) -> OctKey:
    from joserfc.jwk import OctKey

    return OctKey.import_key(secret)
