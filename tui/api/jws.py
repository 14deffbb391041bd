"""Signatures of JWTs (RFC 7515): made with a private key of ours, checked with keys of others."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING

from tui.api.sign_in.keys import algorithm_for

if TYPE_CHECKING:
    from joserfc.jwk import Key

    from tui.api.sign_in.keys import Key as OwnKey


class Signature(Enum):
    """What is known of a signature."""

    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"


def signed(
    claims: Mapping[str, object], load: Callable[[], OwnKey], alg: str, *, names_key: bool = True
) -> str:
    """A compact JWT with these claims. Takes some milliseconds.

    Args:
        claims: what it says.
        load: gets the key.
        alg: to sign with; "" lets the key decide.
        names_key: whether its header tells the key's id.

    Raises:
        SecretMissing: the key cannot be used.
    """
    from joserfc import jwt

    with warnings.catch_warnings():
        # joserfc warns of short keys and of EdDSA's older name; both are the server's choice.
        warnings.simplefilter("ignore")
        key = load()
        algorithm = algorithm_for(key, alg)
        header = {"alg": algorithm, "typ": "JWT"}
        if names_key:
            header["kid"] = key.kid or key.thumbprint()
        return jwt.encode(header, dict(claims), key, algorithms=[algorithm])


def verdict(text: str, algorithm: str, key_set: Mapping[str, object]) -> Signature:
    """Whether one of the keys made the signature of a compact JWT.

    Args:
        text: the JWT.
        algorithm: the only one that counts, as its header has it.
        key_set: the public keys; those that cannot be used here are passed over.
    """
    from joserfc import jws
    from joserfc.errors import BadSignatureError, JoseError

    found = Signature.UNKNOWN
    with warnings.catch_warnings():
        # joserfc warns of weak keys and older algorithms: whether to use them is the issuer's.
        warnings.simplefilter("ignore")
        for key in _usable(key_set):
            try:
                jws.deserialize_compact(text, key, algorithms=[algorithm])
            except BadSignatureError:
                found = Signature.BAD
            except (JoseError, ValueError, TypeError, KeyError, AttributeError):
                continue  # It is of another kind.
            else:
                return Signature.GOOD
    return found


def _usable(key_set: Mapping[str, object]) -> Iterator[Key]:
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet

    listed = key_set.get("keys")
    for one in listed if isinstance(listed, list) else []:
        try:
            yield from KeySet.import_key_set({"keys": [one]}).keys
        except (JoseError, ValueError, TypeError, KeyError, AttributeError):
            continue
