"""How a client says who it is at an OAuth endpoint (RFC 6749 section 2.3)."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote_plus

from starlette.requests import Request

from tui.sandbox.forms import Form
from tui.sandbox.oauth_errors import invalid_client, invalid_request
from tui.sandbox.urls import AUTH, base_url

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@dataclass(frozen=True, slots=True)
class Sent:
    """Credentials as a request brings them.

    Attributes:
        client_id: as named; "" where only an assertion can tell.
        way: ``basic`` and ``post`` carry a secret, ``assertion`` a JWT; ``bare`` has a client id
            alone, so that a certificate or nothing proves it.
        proof: the secret or the assertion, else "".
        certificate: the certificate of the TLS connection in PEM, None without one.
        audiences: what an assertion may be meant for: the issuer, the token endpoint, and the
            endpoint that was called.
    """

    client_id: str
    way: Literal["basic", "post", "assertion", "bare"]
    proof: str = field(repr=False)
    certificate: str | None
    audiences: frozenset[str]


def credentials_sent(request: Request, fields: Form) -> Sent:
    """The credentials in the ``Authorization`` header, the form, and the TLS connection.

    Raises:
        OAuthFailure: there are none, or two, or they cannot be read.
    """
    certificate = _certificate(request)
    base = base_url(request)
    audiences = frozenset({base, f"{base}{AUTH}/token", f"{base}{request.url.path}"})
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    basic = scheme.lower() == "basic"
    asserted = "client_assertion" in fields or "client_assertion_type" in fields
    if basic + asserted + ("client_secret" in fields) > 1:
        raise invalid_request("Authenticate in one way only.")
    if basic:
        client_id, secret = _pair(value)
        if fields.get("client_id", client_id) != client_id:
            raise invalid_request("The form names another client than the header.")
        return Sent(client_id, "basic", secret, certificate, audiences)
    client_id = fields.get("client_id", "")
    if asserted:
        if fields.get("client_assertion_type") != ASSERTION_TYPE:
            raise invalid_request(f"The client_assertion_type has to be {ASSERTION_TYPE}.")
        if "client_assertion" not in fields:
            raise invalid_request("The parameter client_assertion is missing.")
        return Sent(client_id, "assertion", fields["client_assertion"], certificate, audiences)
    if not client_id:
        raise invalid_client("The request does not say which client sends it.")
    if "client_secret" in fields:
        return Sent(client_id, "post", fields["client_secret"], certificate, audiences)
    return Sent(client_id, "bare", "", certificate, audiences)


def _pair(value: str) -> tuple[str, str]:
    """Client id and secret of a Basic header, both form-encoded (RFC 6749 section 2.3.1)."""
    try:
        user, colon, password = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        raise invalid_client(basic=True) from None
    if not colon:
        raise invalid_client(basic=True)
    return unquote_plus(user), unquote_plus(password)


def _certificate(request: Request) -> str | None:
    """The peer's certificate, as the TLS extension of ASGI hands it over."""
    extensions = request.scope.get("extensions") or {}
    chain = (extensions.get("tls") or {}).get("client_cert_chain") or ()
    return next(iter(chain), None)
