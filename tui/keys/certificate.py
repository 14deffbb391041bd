"""What a client certificate says of itself (RFC 8705)."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime

from tui.models.json import JsonObject


@dataclass(frozen=True, slots=True)
class Certificate:
    """The facts of an X.509 certificate.

    Attributes:
        subject_dn: the subject as RFC 4514 writes it, for tls_client_auth.
        thumbprint: base64url of the SHA-256 of the DER form (``x5t#S256``).
        not_after: when it expires, in UTC.
        jwk: its public key with the certificate in ``x5c``, for self_signed_tls_client_auth.
    """

    subject_dn: str
    thumbprint: str
    not_after: datetime
    jwk: JsonObject


def read_certificate(data: bytes) -> Certificate:
    """Read a certificate in PEM or DER; of several in PEM, the first.

    Raises:
        ValueError: it is no certificate, or one of a key that cannot be a JWK; a sentence.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    try:
        if b"-----BEGIN" in data:
            found = x509.load_pem_x509_certificate(data)
        else:
            found = x509.load_der_x509_certificate(data)
        public = found.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    except ValueError:
        raise ValueError("This is no certificate: give one in PEM or DER.") from None
    der = base64.b64encode(found.public_bytes(Encoding.DER)).decode()
    return Certificate(
        subject_dn=found.subject.rfc4514_string(),
        thumbprint=_base64url(found.fingerprint(SHA256())),
        not_after=found.not_valid_after_utc,
        jwk={**_public_jwk(public), "use": "sig", "x5c": [der]},
    )


def _public_jwk(pem: bytes) -> JsonObject:
    from joserfc.errors import JoseError
    from joserfc.jwk import ECKey, OKPKey, RSAKey

    for kind in (RSAKey, ECKey, OKPKey):
        try:
            key = kind.import_key(pem)
        except (JoseError, ValueError, TypeError, AttributeError):
            continue
        members = {name: str(value) for name, value in key.as_dict(private=False).items()}
        return {"kid": key.thumbprint(), **members}
    raise ValueError("The key of this certificate is of a kind that no JWK can hold.")


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
