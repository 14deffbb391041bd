"""tls_client_auth and self_signed_tls_client_auth (RFC 8705 section 2)."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tui.models.json import JsonObject
from tui.sandbox.client_keys import client_keys
from tui.sandbox.oauth_errors import invalid_client
from tui.sandbox.sandbox import Sandbox

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, Name

Subject: TypeAlias = list[frozenset[tuple[str, str]]]
"""A distinguished name made comparable: sets of type and value."""


def check_certificate(
    sandbox: Sandbox, client: JsonObject, methods: frozenset[str], pem: str
) -> None:
    """Fail unless the certificate of the connection proves to be the client's.

    Raises:
        OAuthFailure: ``invalid_client`` with the reason.
    """
    from cryptography.x509 import load_pem_x509_certificate

    try:
        certificate = load_pem_x509_certificate(pem.encode())
        subject = _comparable(certificate.subject)
    except ValueError:
        raise invalid_client("The client certificate cannot be read.") from None
    now = datetime.fromtimestamp(sandbox.now, UTC)
    if now > certificate.not_valid_after_utc:
        raise invalid_client("The client certificate has expired.")
    if now < certificate.not_valid_before_utc:
        raise invalid_client("The client certificate is not valid yet.")
    by_authority = "tls_client_auth" in methods
    if "self_signed_tls_client_auth" in methods and (client.get("jwks") or not by_authority):
        if _registered(certificate, client):
            return
        if not by_authority:
            raise invalid_client("The client certificate is not among those in the client's jwks.")
    _check_issued(certificate, sandbox.settings.client_ca)
    attributes = client.get("attributes")
    wanted = attributes.get("tlsClientAuthSubjectDn") if isinstance(attributes, dict) else None
    if not isinstance(wanted, str) or not wanted:
        raise invalid_client("The client has no tlsClientAuthSubjectDn.")
    try:
        registered = _comparable(_name(wanted))
    except ValueError:
        raise invalid_client("The client's tlsClientAuthSubjectDn is no RFC 4514 name.") from None
    if subject != registered:
        raise invalid_client("The subject of the client certificate is another.")


def registered_certificates(client: JsonObject) -> list[bytes]:
    """The certificates (DER) at the head of the ``x5c`` of a client's keys.

    Raises:
        OAuthFailure: the client has no key set.
    """
    found: list[bytes] = []
    for key in client_keys(client):
        chain = key.get("x5c")
        if isinstance(chain, list) and chain and isinstance(chain[0], str):
            try:
                found.append(base64.b64decode(chain[0], validate=True))
            except ValueError:
                continue
    return found


def _registered(certificate: Certificate, client: JsonObject) -> bool:
    from cryptography.hazmat.primitives.serialization import Encoding

    der = certificate.public_bytes(Encoding.DER)
    digest = hashlib.sha256(der).digest()
    thumbprint = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return der in registered_certificates(client) or any(
        key.get("x5t#S256") == thumbprint for key in client_keys(client)
    )


def _check_issued(certificate: Certificate, authorities: Path | None) -> None:
    """Fail unless one of the authorities itself signed the certificate.

    That TLS accepted it says less: there certificates of other clients are trusted as well,
    and their owners could sign whatever subject they like.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.x509 import load_pem_x509_certificates

    if authorities is None:
        raise invalid_client("This server has no authority for client certificates.")
    for authority in load_pem_x509_certificates(authorities.read_bytes()):
        try:
            certificate.verify_directly_issued_by(authority)
        except (InvalidSignature, ValueError, TypeError):
            continue
        return
    raise invalid_client("The client certificate is from an authority that is not accepted here.")


def _name(text: str) -> Name:
    from cryptography.x509 import Name
    from cryptography.x509.oid import NameOID

    more = {
        "E": NameOID.EMAIL_ADDRESS,
        "emailAddress": NameOID.EMAIL_ADDRESS,
        "serialNumber": NameOID.SERIAL_NUMBER,
        "SN": NameOID.SURNAME,
        "GN": NameOID.GIVEN_NAME,
        "T": NameOID.TITLE,
    }
    return Name.from_rfc4514_string(text, more)


def _comparable(name: Name) -> Subject:
    """Values without regard to case and to runs of blanks (RFC 4517 section 4.2.11)."""
    return [
        frozenset(
            (one.oid.dotted_string, " ".join(str(one.value).casefold().split())) for one in part
        )
        for part in name.rdns
    ]
