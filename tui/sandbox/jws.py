"""Checking the signature of a compact JWS (RFC 7515) with one of several keys."""

import base64
from collections.abc import Iterable
from typing import Any, cast

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, Key, OctKey, OKPKey, RSAKey
from joserfc.jws import JWSRegistry

from tui.models.json import JsonObject

HMAC = frozenset({"HS256", "HS384", "HS512"})
PUBLIC = frozenset(
    {
        *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
        *("ES256", "ES384", "ES512", "EdDSA"),
    }
)

_KINDS: dict[str, type[RSAKey] | type[ECKey] | type[OKPKey]] = {
    "RSA": RSAKey,
    "EC": ECKey,
    "OKP": OKPKey,
}

_SMALLEST_RSA = 2048
_SMALLEST_SECRET = 14


class UnfitKeyError(ValueError):
    """There is no key that could have signed; the text is a sentence."""


class _Registry(JWSRegistry):
    """The library's algorithms, without its warning that EdDSA has got a newer name."""

    max_header_length = 16 * 1024

    def get_alg(self, name: str) -> Any:
        if name in (self.allowed or ()):
            return self.algorithms[name]
        return super().get_alg(name)


def verified(
    token: str, keys: Iterable[Key], algorithms: Iterable[str], kind: str | None = None
) -> dict[str, Any] | None:
    """The claims of the JWT ``token`` if one of ``keys`` signed it, else None.

    If ``kind`` is given, its ``typ`` has to be that (RFC 8725 section 3.11).
    """
    allowed = frozenset(algorithms)
    registry = _Registry(algorithms=allowed, strict_check_header=False)
    for key in keys:
        try:
            found = jwt.decode(token, key, allowed, registry)
        except (JoseError, ValueError, TypeError, KeyError, AttributeError):
            # Another key may fit; what the library raises for hostile input varies.
            continue
        return found.claims if kind in (None, found.header.get("typ")) else None
    return None


def public_keys(jwks: Iterable[JsonObject], kid: object) -> list[Key]:
    """The keys among ``jwks`` that can verify a signature; only those with ``kid`` if given.

    Raises:
        UnfitKeyError: there is none.
    """
    found: list[Key] = []
    for jwk in jwks:
        kind = _KINDS.get(str(jwk.get("kty")))
        if kind is None or (kid is not None and jwk.get("kid") != kid):
            continue
        if kind is RSAKey and _bits(jwk.get("n")) < _SMALLEST_RSA:
            continue
        try:
            found.append(kind.import_key(cast(dict[str, Any], jwk)))
        except (JoseError, ValueError, TypeError, KeyError):
            continue
    if not found:
        named = "with the assertion's kid " if kid is not None else ""
        raise UnfitKeyError(f"The client's jwks has no usable key {named}(RSA: from 2048 bits).")
    return found


def secret_key(secret: str) -> OctKey:
    """The key of an HMAC by a client secret.

    Raises:
        UnfitKeyError: it is too short.
    """
    data = secret.encode("utf-8", "surrogatepass")
    if len(data) < _SMALLEST_SECRET:
        raise UnfitKeyError(f"The client's secret is shorter than {_SMALLEST_SECRET} bytes.")
    return OctKey.import_key(
        {"kty": "oct", "k": base64.urlsafe_b64encode(data).rstrip(b"=").decode()}
    )


def _bits(modulus: object) -> int:
    return len(modulus) * 6 if isinstance(modulus, str) else 0
