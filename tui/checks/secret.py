"""Whether a client secret is hard to guess."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import Finding, Severity
from tui.checks.reading import auth_methods
from tui.models.enums import AuthMethod
from tui.models.secrets import looks_encrypted

if TYPE_CHECKING:
    from tui.models.client import Client

PATH = "clientSecret"
MINIMUM_BITS = 128
_FEW_CHARACTERS = 8
_OCTETS = {"HS256": 32, "HS384": 48, "HS512": 64}


def client_secret(client: Client) -> Iterator[Finding]:
    """The secret by itself, and its length where it makes signatures.

    What a server sends may be ciphertext, of which nothing can be said.
    """
    secret = client.client_secret
    if not secret or looks_encrypted(secret):
        return
    yield from secret_strength(secret)
    alg = client.token_endpoint_auth_signing_alg or "HS256"
    needed = _OCTETS.get(alg, 0)
    length = len(secret.encode("utf-8", "surrogatepass"))
    if AuthMethod.CLIENT_SECRET_JWT in auth_methods(client) and length < needed:
        message = f"{alg} needs a secret of at least {needed} bytes: set a longer one."
        related = ("tokenEndpointAuthMethod", "tokenEndpointAuthSigningAlg")
        yield Finding(PATH, Severity.WARNING, message, None, "RFC 7518 section 3.2", related)


def secret_strength(secret: str) -> Iterator[Finding]:
    """A warning when even the best secret of that make has less than 128 bits."""
    if bits_at_most(secret) < MINIMUM_BITS or len(set(secret)) < _FEW_CHARACTERS:
        message = "The secret is easy to guess: use at least 22 random letters and digits."
        yield Finding(PATH, Severity.WARNING, message, None, "RFC 6749 section 10.10")


def bits_at_most(secret: str) -> float:
    """The entropy in bits of a random string of that length over those kinds of character."""
    kinds = (
        (26, str.islower),
        (26, str.isupper),
        (10, str.isdigit),
        (33, lambda c: not (c.isascii() and c.isalnum())),
    )
    size = sum(count for count, is_kind in kinds if any(is_kind(c) for c in secret))
    return len(secret) * math.log2(size) if size else 0.0
