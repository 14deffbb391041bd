"""Making the assertions by which clients authenticate (RFC 7523)."""

import itertools
import json
import warnings
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from joserfc import jwt
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, Key, OctKey, OKPKey, RSAKey

from tests.sandbox.support import CLIENTS, Door

GRANT = {"grant_type": "client_credentials"}
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SECRET = "a-secret-that-is-long-enough-for-every-hash"
ISSUER = "https://op.example"
NOW = 1_800_000_000

_numbers = itertools.count()


@cache
def key_for(algorithm: str, which: int = 0) -> Key:
    """A key that fits the algorithm; ``which`` tells several apart."""
    if algorithm.startswith("HS"):
        return OctKey.import_key(SECRET)
    if algorithm == "EdDSA":
        return OKPKey.generate_key("Ed25519", auto_kid=True)
    if algorithm.startswith("ES"):
        curve = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}[algorithm]
        return ECKey.generate_key(curve, auto_kid=True)
    if algorithm != "RS256":
        return key_for("RS256", which) if which else key_for("RS256")
    return RSAKey.generate_key(2048, auto_kid=True)


def jwks(*keys: Key) -> str:
    """A client's ``jwks``."""
    return json.dumps({"keys": [key.as_dict(private=False) for key in keys]})


@dataclass
class Assertion:
    """An assertion that is right unless a test changes something; None takes a claim away."""

    client_id: str
    algorithm: str = "ES256"
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    key: Key | None = None

    @property
    def jwt(self) -> str:
        """The signed JWT."""
        claims = {
            "iss": self.client_id,
            "sub": self.client_id,
            "aud": f"{ISSUER}/jans-auth/restv1/token",
            "jti": f"number {next(_numbers)}",
            "iat": NOW,
            "exp": NOW + 60,
        } | self.claims
        key = self.key or key_for(self.algorithm)
        kid = {"kid": key.kid} if key.kid else {}
        header = {"alg": self.algorithm} | kid | self.header
        with warnings.catch_warnings(category=SecurityWarning, action="ignore"):
            return jwt.encode(
                {name: value for name, value in header.items() if value is not None},
                {name: value for name, value in claims.items() if value is not None},
                key,
                [self.algorithm],
            )

    @property
    def form(self) -> dict[str, str]:
        """A request for a token with it."""
        return GRANT | {"client_assertion_type": ASSERTION_TYPE, "client_assertion": self.jwt}


async def registered(door: Door, secret: str | None = None, **members: Any) -> str:
    """The id of a new client with these members."""
    client = await door.create(**{"grantTypes": ["client_credentials"]} | members)
    inum = str(client["inum"])
    if secret is not None:
        operation = {"op": "add", "path": "/clientSecret", "value": secret}
        answer = await door.patch(f"{CLIENTS}/{inum}", operation)
        assert answer.status_code == 200, answer.text
    return inum
