"""Registration requests as signed JWTs, which some providers demand (FAPI, Jans Auth Server)."""

from __future__ import annotations

import secrets
import warnings

from tui.api.sign_in.keys import algorithm_for, private_key
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
    from joserfc import jwt

    with warnings.catch_warnings():
        # joserfc warns of short keys and of EdDSA's older name; both are the provider's choice.
        warnings.simplefilter("ignore")
        loaded = private_key(key, password)
        algorithm = algorithm_for(loaded, alg)
        header = {"alg": algorithm, "typ": "JWT", "kid": loaded.kid or loaded.thumbprint()}
        claims = {
            **metadata,
            "iss": issuer,
            "aud": audience,
            "iat": now,
            "exp": now + LIFE,
            "jti": secrets.token_urlsafe(16),
        }
        return jwt.encode(header, claims, loaded, algorithms=[algorithm])
