"""New key pairs for private_key_jwt and encryption."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tui.models.json import Json, JsonObject

Kind: TypeAlias = Literal["EC P-256", "EC P-384", "EC P-521", "RSA 3072", "RSA 4096", "Ed25519"]

ALGORITHMS: dict[Kind, str] = {
    "EC P-256": "ES256",
    "EC P-384": "ES384",
    "EC P-521": "ES512",
    "RSA 3072": "PS256",
    "RSA 4096": "PS256",
    "Ed25519": "EdDSA",
}
"""The signing algorithm (RFC 7518 section 3.1, RFC 8037) that each kind is made for."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A new key.

    Attributes:
        kid: its RFC 7638 thumbprint.
        public: the public JWK, with kid, use and alg.
        private_pem: the private key as unencrypted PKCS #8; to be shown once.
    """

    kid: str
    public: JsonObject
    private_pem: str = field(repr=False)


def generate(kind: Kind) -> KeyPair:
    """Make a key for signing. RSA takes up to a second or two: keep it off the event loop."""
    from joserfc.jwk import ECKey, OKPKey, RSAKey

    size = kind.rpartition(" ")[2]
    key: ECKey | OKPKey | RSAKey
    if kind == "Ed25519":
        key = OKPKey.generate_key("Ed25519")
    elif kind.startswith("RSA"):
        key = RSAKey.generate_key(int(size))
    else:
        key = ECKey.generate_key(size)
    kid = key.thumbprint()
    public: JsonObject = {"kid": kid, "use": "sig", "alg": ALGORITHMS[kind]}
    public.update(
        {
            member: str(value)
            for member, value in key.as_dict(private=False).items()
            if member not in public
        }
    )
    return KeyPair(kid, public, key.as_pem(private=True).decode())


def with_key(jwks: str, public: JsonObject) -> str:
    """The key set ``jwks`` (JSON text, may be empty) with one key more, as JSON text.

    Raises:
        ValueError: ``jwks`` is no key set; the text is a sentence.
    """
    try:
        found: Json = json.loads(jwks) if jwks.strip() else {"keys": []}
    except ValueError:
        raise ValueError("What is there is not valid JSON: mend or clear it first.") from None
    keys = found.get("keys") if isinstance(found, dict) else None
    if not isinstance(found, dict) or not isinstance(keys, list):
        raise ValueError("What is there is no key set: mend or clear it first.")
    return json.dumps({**found, "keys": [*keys, public]}, ensure_ascii=False)
