"""How a client authenticates at the token endpoint, and what that takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import SPEC_REGISTRATION, Finding, Severity
from tui.checks.jwks import read_key_set
from tui.checks.reading import attributes, auth_methods, has_keys
from tui.checks.text import shown
from tui.models.enums import AuthMethod

if TYPE_CHECKING:
    from tui.models.client import Client

_METHOD = "tokenEndpointAuthMethod"
_MORE = "attributes.additionalTokenEndpointAuthMethods"
_ALG = "tokenEndpointAuthSigningAlg"
_KEYS = ("jwks", "jwksUri")
_DN = "attributes.tlsClientAuthSubjectDn"


def credentials(client: Client) -> Iterator[Finding]:
    """Each method needs what the server knows the client by."""
    methods = auth_methods(client)
    if AuthMethod.PRIVATE_KEY_JWT in methods and not has_keys(client):
        message = "private_key_jwt needs the client's public keys: add a JWKS or its address."
        needed = (_MORE, *_KEYS)
        yield Finding(_METHOD, Severity.ERROR, message, None, SPEC_REGISTRATION, needed)
    if AuthMethod.TLS_CLIENT_AUTH in methods and not attributes(client).tls_client_auth_subject_dn:
        message = "tls_client_auth needs the subject DN of the client's certificate: add it."
        source, related = "RFC 8705 section 2.1.2", (_METHOD, _MORE)
        yield Finding(_DN, Severity.ERROR, message, None, source, related)
    if AuthMethod.SELF_SIGNED_TLS_CLIENT_AUTH in methods:
        yield from _self_signed(client)


def assertion_alg(client: Client) -> Iterator[Finding]:
    """Assertions are signed with the secret or with a key, as the method says."""
    methods, alg = auth_methods(client), client.token_endpoint_auth_signing_alg
    by_secret = AuthMethod.CLIENT_SECRET_JWT in methods
    by_key = AuthMethod.PRIVATE_KEY_JWT in methods
    if not alg or not (by_secret or by_key):
        return
    related = (_METHOD, _MORE)
    source = "OpenID Connect Core 1.0 section 9"
    if alg == "none":
        message = "An assertion without a signature proves nothing: choose an algorithm."
        yield Finding(_ALG, Severity.ERROR, message, None, source, related)
    elif alg.startswith("HS") and not by_secret:
        message = f"private_key_jwt cannot be signed with {shown(alg)}: choose RS, PS or ES."
        yield Finding(_ALG, Severity.ERROR, message, None, source, related)
    elif not alg.startswith("HS") and not by_key:
        message = f"client_secret_jwt cannot be signed with {shown(alg)}: choose HS256 or more."
        yield Finding(_ALG, Severity.ERROR, message, None, source, related)


def one_key_source(client: Client) -> Iterator[Finding]:
    """Keys by value or by address, never both."""
    if client.jwks and client.jwks_uri:
        message = "The keys stand here and at the JWKS address: remove one of the two."
        yield Finding("jwks", Severity.ERROR, message, None, "RFC 7591 section 2", ("jwksUri",))


def _self_signed(client: Client) -> Iterator[Finding]:
    source = "RFC 8705 section 2.2.2"
    if not has_keys(client):
        message = "self_signed_tls_client_auth needs the client's certificate: add a JWKS with it."
        yield Finding(_METHOD, Severity.ERROR, message, None, source, (_MORE, *_KEYS))
    elif client.jwks and not any(key.has_certificate for key in read_key_set(client.jwks).keys):
        message = "No key holds a certificate (x5c) for self_signed_tls_client_auth: add it."
        yield Finding("jwks", Severity.WARNING, message, None, source, (_METHOD, _MORE))
