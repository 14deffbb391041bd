"""Client certificates made for one test."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Certified:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> str:
        """The certificate as ASGI hands it over."""
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    @property
    def der(self) -> bytes:
        """The certificate as ``x5c`` holds it, before base64."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def jwks(self) -> str:
        """A client's ``jwks`` with the certificate."""
        chain = [base64.b64encode(self.der).decode()]
        return json.dumps({"keys": [{"kty": "EC", "x5c": chain}]})

    def write(self, path: Path) -> Path:
        """Certificate and key in one PEM file."""
        key = self.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        path.write_bytes(self.pem.encode() + key)
        return path


def make(
    subject: str,
    issuer: Certified | None = None,
    start: datetime | None = None,
    end: datetime | None = None,
    authority: bool = False,
) -> Certified:
    """A certificate for an RFC 4514 name; without ``issuer`` it is self-signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name.from_rfc4514_string(subject)
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.certificate.subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start or now - DAY)
        .not_valid_after(end or now + DAY)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .sign(issuer.key if issuer else key, hashes.SHA256())
    )
    return Certified(certificate, key)


def load(certificate: Path, key: Path) -> Certified:
    """An authority from its files."""
    loaded = serialization.load_pem_private_key(key.read_bytes(), None)
    assert isinstance(loaded, ec.EllipticCurvePrivateKey)
    return Certified(x509.load_pem_x509_certificate(certificate.read_bytes()), loaded)
