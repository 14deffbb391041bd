"""What is wrong with a server's certificate, in words for a person."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tui.api import http
from tui.models.plain import plain

PATIENCE = 5.0
"""Seconds for a look at a certificate, which only makes the message better."""

_EXPIRED, _NOT_YET = 10, 9
_SELF_SIGNED = 18
_UNKNOWN_ISSUER = frozenset({2, 19, 20, 21})
_WRONG_NAME = frozenset({62, 64})
"""OpenSSL's X509_V_ERR_… numbers."""


class Shown(NamedTuple):
    """A certificate that a server shows, not verified by anybody.

    Attributes:
        names: that it is for.
        issuer: who says that they made it.
        fingerprint: SHA-256, in pairs of hexadecimal digits.
        not_before: since when it is good.
        not_after: until when.
    """

    names: tuple[str, ...]
    issuer: str
    fingerprint: str
    not_before: datetime
    not_after: datetime


class CertificateRefusedError(http.ConnectError):
    """The server's certificate was not accepted; nothing was sent.

    Attributes:
        why: what OpenSSL says.
        shown: the certificate; None when it could not be looked at.
    """

    def __init__(self, why: ssl.SSLCertVerificationError, shown: Shown | None) -> None:
        super().__init__("certificate refused")
        self.why = why
        self.shown = shown


class BrokeOffError(http.RemoteProtocolError):
    """The connection broke where a client certificate was shown, which may be the reason.

    In TLS 1.3 a server refuses one only after the handshake, and may do so without a word.

    Attributes:
        why: what is wrong with the client certificate, as far as can be seen from here, the end
            of a sentence about it; "" for nothing.
    """

    def __init__(self, why: str = "") -> None:
        super().__init__("broke off")
        self.why = why


def out_of_date(path: Path, now: datetime | None = None) -> str:
    """Why the certificate in a PEM file is not valid now; "" when it is, or cannot be read.

    It blocks. The text is the end of a sentence about the certificate.
    """
    now = now or datetime.now(UTC)
    with suppress(OSError, ValueError):
        first, end, _ = path.read_text("ascii", "replace").partition(_END)
        shown = _read(ssl.PEM_cert_to_DER_cert(first[first.index(_BEGIN) :] + end))
        if shown.not_after < now:
            return f"expired on {shown.not_after:%Y-%m-%d %H:%M} UTC: renew it"
        if shown.not_before > now:
            return f"is not valid before {shown.not_before:%Y-%m-%d %H:%M} UTC"
    return ""


_BEGIN, _END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"


def look_at(host: str, port: int) -> Shown | None:
    """The certificate that a server shows; nothing is sent to it. It blocks.

    It is not verified: this is for saying what is wrong with it, and for nothing else.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        suppress(OSError, ValueError),
        socket.create_connection((host, port), timeout=PATIENCE) as connection,
        context.wrap_socket(connection, server_hostname=host) as tls,
    ):
        data = tls.getpeercert(binary_form=True)
        return _read(data) if data else None
    return None


def _read(data: bytes) -> Shown:
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256

    found = x509.load_der_x509_certificate(data)
    names: list[str] = []
    with suppress(x509.ExtensionNotFound):
        extension = found.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        names = [str(one.value) for one in extension.value]
    return Shown(
        tuple(plain(name, 100) for name in names),
        plain(found.issuer.rfc4514_string(), 200),
        found.fingerprint(SHA256()).hex(":").upper(),
        found.not_valid_before_utc,
        found.not_valid_after_utc,
    )


def certificate_sentence(
    why: ssl.SSLCertVerificationError, shown: Shown | None, host: str, now: datetime | None = None
) -> str:
    """What is wrong with the certificate of ``host``, and what to do about it."""
    now = now or datetime.now(UTC)
    clock = f"It is {now:%Y-%m-%d %H:%M} UTC by this machine's clock."
    # Only errors that OpenSSL itself reports have these.
    code = getattr(why, "verify_code", 0)
    if code == _EXPIRED:
        when = f" on {shown.not_after:%Y-%m-%d %H:%M} UTC" if shown else ""
        return f"The certificate of {host} expired{when}. {clock} Renew it on the server."
    if code == _NOT_YET:
        when = f" before {shown.not_before:%Y-%m-%d %H:%M} UTC" if shown else " yet"
        return f"The certificate of {host} is not valid{when}. {clock} Check which one is right."
    if code in _WRONG_NAME:
        names = ", ".join(shown.names[:5]) if shown else ""
        whose = f"is for {names}, not for this name" if names else "is for another name"
        return (
            f"The certificate of {host} {whose}. Use the name that it is for in the address, or "
            "have the server given another certificate."
        )
    trust = (
        "If it is the right one (ask who runs the server, do not guess), save the certificate of "
        "its authority as a PEM file and name that as ca_file in the profile, by --cacert or in "
        "SSL_CERT_FILE."
    )
    print_ = f" Its SHA-256 fingerprint is {shown.fingerprint}." if shown else ""
    if code == _SELF_SIGNED:
        return (
            f"The certificate of {host} is self-signed: nobody vouches for it.{print_} "
            f"{trust.replace('the certificate of its authority', 'it')}"
        )
    if code in _UNKNOWN_ISSUER:
        by = f" by {shown.issuer}" if shown and shown.issuer else ""
        return (
            f"The certificate of {host} was issued{by}, an authority that this machine does not "
            f"know.{print_} {trust}"
        )
    reason = plain(getattr(why, "verify_message", "") or "not trusted", 200).rstrip(".")
    return f"The certificate of {host} cannot be trusted: {reason}.{print_} {trust}"
