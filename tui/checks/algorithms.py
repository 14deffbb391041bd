"""Whether the algorithms of a client fit each other and what the client has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.algorithm_members import AUTHORIZATION_RESPONSE, ID_TOKEN, PROTECTED, Protected
from tui.checks.finding import SPEC_REGISTRATION, Finding, Severity
from tui.checks.reading import (
    SECRET_METHODS,
    auth_methods,
    has_keys,
    is_public,
    response_words,
    text,
)
from tui.checks.text import shown
from tui.models.enums import KeyEncryptionAlg, ResponseType

if TYPE_CHECKING:
    from tui.models.client import Client

_AUTH = ("tokenEndpointAuthMethod", "attributes.additionalTokenEndpointAuthMethods")
_KEYS = ("jwks", "jwksUri")
_DEFAULT_CONTENT = "A128CBC-HS256"


def algorithms(client: Client) -> Iterator[Finding]:
    """Signatures, encryption and the keys for both, for all that the server protects."""
    for protected in PROTECTED:
        yield from _unsigned(client, protected)
        yield from _encryption_pair(client, protected)
        signing = text(client, protected.signing)
        if signing.startswith("HS"):
            yield from _needs_secret(client, protected.signing, signing)
        elif protected.from_client and signing not in ("", "none"):
            yield from _needs_keys(client, protected.signing, signing)
        yield from _encryption_key(client, protected)


def _unsigned(client: Client, protected: Protected) -> Iterator[Finding]:
    path = protected.signing
    if text(client, path) != "none":
        return
    if protected is AUTHORIZATION_RESPONSE:
        message = "Authorization responses sent as JWTs must be signed: choose an algorithm."
        yield Finding(path, Severity.ERROR, message, None, "JARM section 3")
    elif protected is ID_TOKEN and ResponseType.ID_TOKEN in response_words(client):
        message = "ID tokens that pass the browser must be signed: choose an algorithm."
        yield Finding(path, Severity.ERROR, message, None, SPEC_REGISTRATION, ("responseTypes",))
    else:
        message = f"Nothing protects {protected.what} from changes: choose an algorithm."
        yield Finding(path, Severity.WARNING, message, None, "RFC 8725 section 3.2")


def _encryption_pair(client: Client, protected: Protected) -> Iterator[Finding]:
    if not protected.encryption:
        return
    alg, content = text(client, protected.encryption), text(client, protected.content)
    if content and not alg:
        message = f"{shown(content)} does nothing without a key encryption: choose one too."
        related = (protected.encryption,)
        yield Finding(protected.content, Severity.ERROR, message, None, SPEC_REGISTRATION, related)
    elif alg and not content:
        message = f"Without a content encryption it is {_DEFAULT_CONTENT}: choose it or another."
        related = (protected.encryption,)
        yield Finding(
            protected.content, Severity.WARNING, message, None, SPEC_REGISTRATION, related
        )
    if alg == KeyEncryptionAlg.RSA1_5:
        message = "RSA1_5 can be attacked through its padding: choose RSA-OAEP."
        yield Finding(protected.encryption, Severity.WARNING, message, None, "RFC 8725 section 3.2")


def _encryption_key(client: Client, protected: Protected) -> Iterator[Finding]:
    alg = text(client, protected.encryption) if protected.encryption else ""
    if not alg:
        return
    if not alg.startswith(("RSA", "ECDH")):
        yield from _needs_secret(client, protected.encryption, alg)
    elif not protected.from_client:
        yield from _needs_keys(client, protected.encryption, alg)


def _needs_keys(client: Client, path: str, alg: str) -> Iterator[Finding]:
    if not has_keys(client):
        message = f"{shown(alg)} needs the client's public keys: add a JWKS or its address."
        yield Finding(path, Severity.ERROR, message, None, SPEC_REGISTRATION, _KEYS)


def _needs_secret(client: Client, path: str, alg: str) -> Iterator[Finding]:
    source, related = "OpenID Connect Core 1.0 section 10", (*_AUTH, "clientSecret")
    if is_public(client):
        message = f"{shown(alg)} needs a client secret, a public client has none: choose another."
        yield Finding(path, Severity.ERROR, message, None, source, related)
    elif not client.client_secret and not auth_methods(client) & SECRET_METHODS:
        message = f"{shown(alg)} needs a client secret, and none is known: set one."
        yield Finding(path, Severity.WARNING, message, None, source, related)
