"""What the server says about a person: a signed statement (OpenID Connect Core section 5.3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.api import errors, http
from tui.api.jws import Signature, verdict
from tui.api.response_failures import exchange_of, foreign
from tui.api.words import parsed
from tui.models.jwt import NotAJwtError, taken_apart

LEEWAY = 60
"""Seconds that a statement may come from the future, or be too old."""

_ALGORITHMS = [
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA", "Ed25519"),
]
"""Signatures that need the server's private key. Not "none", and none with a shared secret."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement whose signature holds.

    Attributes:
        jwt: as it came.
        claims: what it says.
    """

    jwt: str = field(repr=False)
    claims: Mapping[str, object] = field(repr=False)


def verified(
    response: http.Response, keys: http.Response, *, issuer: str, client_id: str, now: float
) -> Statement:
    """The statement in ``response``.

    Args:
        response: of the userinfo endpoint.
        keys: of the server's ``jwks_uri``.
        issuer: whose statement it must be, when it names one.
        client_id: for whom it must be, when it names somebody.
        now: seconds since the epoch.

    Raises:
        SignInFailed: the signature does not hold, or it is somebody else's statement.
        NotConfigApi: there is no statement, or there are no keys.
    """
    token = response.text.strip()
    if token.count(".") != 2 or len(token) > 100_000:
        raise errors.SignInFailed(
            f"{response.request.url.host} does not sign what it says about a person. Set "
            "userinfo_signed_response_alg (userInfoSignedResponseAlg) of the client to RS256.",
            exchange_of(response, ""),
        )
    found = parsed(keys.content)
    if not keys.is_success or not isinstance(found, dict):
        raise foreign(keys, "no public keys")
    claims = _claims(token, found)
    if claims is None:
        why = "its signature does not hold"
    elif claims.get("iss", issuer) != issuer:
        why = "another server made it"
    elif client_id not in _texts(claims.get("aud", client_id)):
        why = "it is for another client"
    elif not _is_of_now(claims, now):
        why = "it is too old, or from the future"
    else:
        return Statement(token, claims)
    raise errors.SignInFailed(
        f"What {response.request.url.host} says about the person cannot be trusted: {why}. "
        "Nothing more was sent. Try again; if it stays so, ask those who run the server.",
        exchange_of(response, ""),
    )


def _claims(token: str, keys: Mapping[str, object]) -> Mapping[str, object] | None:
    """What a token says; None unless one of the keys made its signature."""
    try:
        header, claims = taken_apart(token)
    except NotAJwtError:
        return None
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm not in _ALGORITHMS:
        return None
    return claims if verdict(token, algorithm, keys) is Signature.GOOD else None


def _is_of_now(claims: Mapping[str, object], now: float) -> bool:
    until, since = claims.get("exp"), [claims.get("nbf"), claims.get("iat")]
    if isinstance(until, int | float) and now > until + LEEWAY:
        return False
    return not any(isinstance(one, int | float) and one > now + LEEWAY for one in since)


def _texts(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
