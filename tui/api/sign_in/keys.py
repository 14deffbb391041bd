"""The private key of private_key_jwt, and the algorithm that it signs with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from tui.api.errors import SecretMissing

if TYPE_CHECKING:
    from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

    Key: TypeAlias = RSAKey | ECKey | OKPKey | OctKey

_CURVES = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}
_FAMILIES = {"RSA": ("RS", "PS"), "oct": ("HS",)}


def is_encrypted(pem: str) -> bool:
    """Whether a PEM needs a password: PKCS #8, or the older way of OpenSSL."""
    return "ENCRYPTED" in pem and "PRIVATE KEY" in pem


def private_key(text: str, password: str = "") -> Key:
    """The private key in ``text``: PEM, a JWK, or a key set with one key.

    Raises:
        SecretMissing: there is none, or the password is wrong.
    """
    text = text.strip()
    return _from_jwk(text) if text.startswith("{") else _from_pem(text, password)


def _from_jwk(text: str) -> Key:
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey, OKPKey, RSAKey

    try:
        found = json.loads(text)
        keys = found.get("keys")
        if isinstance(keys, list):
            private = [one for one in keys if isinstance(one, dict) and "d" in one]
            if len(private) != 1:
                raise SecretMissing(
                    f"The key set of private_key_jwt holds {len(private)} private keys, and "
                    "exactly one is needed. Put that one in a file of its own."
                )
            found = private[0]
        kinds: dict[str, Any] = {"RSA": RSAKey, "EC": ECKey, "OKP": OKPKey}
        kind = kinds[found["kty"]]
        key: Key = kind.import_key(found)
    except (ValueError, KeyError, TypeError, AttributeError, JoseError):
        pass
    else:
        if key.is_private:
            return key
    # Raised out here: what the libraries say can hold the key.
    raise SecretMissing("The key of private_key_jwt is no private JWK. Nothing was sent.")


def _from_pem(text: str, password: str) -> Key:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        load_pem_private_key,
    )
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey, OKPKey, RSAKey

    why = "it is no private key in PEM or JWK form"
    try:
        given = password.encode() if is_encrypted(text) and password else None
        loaded = load_pem_private_key(text.encode(), given)
        kind = (
            RSAKey
            if isinstance(loaded, RSAPrivateKey)
            else ECKey
            if isinstance(loaded, EllipticCurvePrivateKey)
            else OKPKey
        )
        plain = loaded.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        key: Key = kind.import_key(plain)
    except TypeError:
        why = "it is encrypted, and its password is not there"
    except (ValueError, AttributeError, UnsupportedAlgorithm, JoseError):
        if is_encrypted(text):
            why = "its password is wrong, or it is damaged"
    else:
        return key
    raise SecretMissing(f"The key of private_key_jwt cannot be used: {why}. Nothing was sent.")


def algorithm_for(key: Key, wanted: str) -> str:
    """The algorithm to sign with: the one wanted, else what the key says or is good for.

    Raises:
        SecretMissing: the key does not fit the algorithm.
    """
    from joserfc.jwk import ECKey, OctKey, OKPKey

    own = key.get("alg")
    chosen = wanted or (own if isinstance(own, str) else "")
    if isinstance(key, ECKey):
        fits = [_CURVES.get(str(key.get("crv")), "none")]
    elif isinstance(key, OKPKey):
        fits = ["EdDSA"]
    else:
        kind = "oct" if isinstance(key, OctKey) else "RSA"
        fits = [f"{family}{bits}" for family in _FAMILIES[kind] for bits in (256, 384, 512)]
    if not chosen:
        return fits[0]
    if chosen not in fits:
        raise SecretMissing(
            f"The algorithm {chosen} does not fit the key: it can sign with {', '.join(fits)}. "
            "Nothing was sent. Change signing_alg, or the key."
        )
    return chosen
