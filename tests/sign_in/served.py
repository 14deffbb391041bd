"""A sandbox that speaks TLS in another process, and what clients of it sign in with."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import trustme
from joserfc.jwk import ECKey, OKPKey, RSAKey

from tui.api.config import ApiConfig
from tui.api.config_api import ConfigApi
from tui.models.json import JsonObject
from tui.sandbox.store import FILE
from tui.sandbox.tokens import token_hash
from tui.settings.profile import Profile, SignIn, Tls

READ = "https://jans.io/oauth/config/openid/clients.readonly"
SECRET = "a-secret-that-is-long-enough-for-every-hash"

PrivateKey: TypeAlias = RSAKey | ECKey | OKPKey

_CURVES = {"ES256": "P-256", "ES384": "P-384", "ES512": "P-521"}
_numbers = count(1)


@dataclass(frozen=True)
class Served:
    """Where it is, how to get in, and folders: of its data, and for files of the test."""

    url: str
    client_id: str
    client_secret: str
    ca_cert: str
    client_ca_cert: str
    client_ca_key: str
    data: Path
    files: Path

    @property
    def config(self) -> ApiConfig:
        """Of the client that may do everything."""
        return ApiConfig(self.url, self.client_id, self.client_secret, ca_file=Path(self.ca_cert))

    async def client(self, **members: Any) -> str:
        """Add a client that may get tokens and list clients; return its inum."""
        start: JsonObject = {
            "redirectUris": ["https://rp.example/cb"],
            "grantTypes": ["client_credentials"],
            "scopes": [READ],
        }
        async with ConfigApi(self.config) as api:
            made = await api.clients.create({**start, **members})
            if "clientSecret" in members:
                patch = {"op": "add", "path": "/clientSecret", "value": members["clientSecret"]}
                await api.clients.patch(made.inum, [patch])
        return made.inum

    async def token(self) -> str:
        """An access token that may do everything."""
        async with ConfigApi(self.config) as api:
            return await api.access_token()

    def end_tokens(self, how: str, token: str = "") -> None:
        """Let a token expire, or revoke it, behind everybody's back.

        Args:
            how: an assignment to a column of the table of tokens.
            token: of whatever kind; "" for all that there are.
        """
        where, values = ("hash = ?", (token_hash(token),)) if token else ("1", ())
        with closing(sqlite3.connect(self.data / FILE, timeout=30)) as database, database:
            assert database.execute(f"UPDATE tokens SET {how} WHERE {where}", values).rowcount

    def profile(self, sign_in: SignIn, **tls: Any) -> Profile:
        """One that trusts the server's authority."""
        return Profile("served", self.url, sign_in=sign_in, tls=Tls(ca_file=self.ca_cert, **tls))

    def file(self, text: str | bytes) -> str:
        """A private file with this in it; return its path."""
        path = self.files / f"file-{next(_numbers)}"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        path.chmod(0o600)
        return str(path)

    def issued(
        self,
        authority: trustme.CA | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
    ) -> tuple[str, str, str]:
        """A client certificate of the server's authority, or of another one.

        Returns:
            The files of certificate and key, and the certificate's subject.
        """
        from cryptography import x509

        authority = authority or trustme.CA.from_pem(
            Path(self.client_ca_cert).read_bytes(), Path(self.client_ca_key).read_bytes()
        )
        leaf = authority.issue_cert(
            common_name=f"program {next(_numbers)}",
            not_before=start or datetime(2000, 1, 1, tzinfo=UTC),
            not_after=end or datetime(2038, 1, 1, tzinfo=UTC),
        )
        pem = leaf.cert_chain_pems[0].bytes()
        subject = x509.load_pem_x509_certificate(pem).subject.rfc4514_string()
        return self.file(pem), self.file(leaf.private_key_pem.bytes()), subject


def new_key(algorithm: str) -> PrivateKey:
    """A key pair that signs with ``algorithm``."""
    if algorithm == "EdDSA":
        return OKPKey.generate_key("Ed25519", auto_kid=True)
    if algorithm in _CURVES:
        return ECKey.generate_key(_CURVES[algorithm], auto_kid=True)
    return RSAKey.generate_key(2048, auto_kid=True)


def public(key: PrivateKey) -> str:
    """A client's ``jwks`` with the public half."""
    return json.dumps({"keys": [key.as_dict(private=False)]})


def as_pem(key: PrivateKey) -> str:
    """The private key in PEM."""
    return key.as_pem(private=True).decode()


def as_jwk(key: PrivateKey) -> str:
    """The private key as a JWK."""
    return json.dumps(key.as_dict(private=True))
