"""Registration requests as signed JWTs, which some providers demand (FAPI, Jans Auth Server)."""

from __future__ import annotations

import secrets

from tui.api.jws import signed
from tui.api.sign_in.keys import private_key
from tui.models.json import JsonObject

LIFE = 300
"""Seconds that a signed request is good for."""


def signed_request(
    metadata: JsonObject,
    key: str,
    *,
    password: str = "",
    alg: str = "",
    issuer: str,
    audience: str,
    now: int,
) -> str:
    """A JWT whose claims are ``metadata``; it may be used once. Takes some milliseconds.

    Args:
        metadata: what is to be registered, with its ``software_statement`` if there is one.
        key: the private key of the software, PEM or JWK.
        password: of the key; "" when it has none.
        alg: to sign with; "" lets the key decide.
        issuer: who makes the request, often the ``software_id``.
        audience: the provider, usually its issuer.
        now: seconds since 1970.

    Raises:
        ApiError: the key cannot be used; nothing was sent.
    """
    claims = {
        **metadata,
        "iss": issuer,
        "aud": audience,
        "iat": now,
        "exp": now + LIFE,
        "jti": secrets.token_urlsafe(16),
    }
    return signed(claims, lambda: private_key(key, password), alg)
