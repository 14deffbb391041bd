"""Client certificates over real TLS, to a server in another process."""

import json
import signal
import ssl
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from tests.sandbox.certificates import Certified, load, make
from tests.sandbox.support import CLIENTS, MINIMAL, TOKEN
from tests.shell import serving

SUBJECT = "CN=client,O=Acme"
METHOD = "tokenEndpointAuthMethod"
SELF_SIGNED = {METHOD: "self_signed_tls_client_auth"}
BY_SUBJECT = {METHOD: "tls_client_auth", "attributes": {"tlsClientAuthSubjectDn": SUBJECT}}
TOO_EARLY = datetime.now(UTC) - timedelta(days=9)


@dataclass
class Server:
    """A served sandbox, and where to keep what connections need."""

    facts: dict[str, str]
    folder: Path

    @property
    def authority(self) -> Certified:
        """The authority of client certificates that the server made."""
        return load(Path(self.facts["client_ca_cert"]), Path(self.facts["client_ca_key"]))

    def call(
        self,
        method: str,
        path: str,
        body: str | None,
        headers: dict[str, str],
        certificate: Certified | None = None,
        version: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3,
    ) -> tuple[int, Any]:
        """Status and JSON; the certificate is shown if the server asks for one."""
        context = ssl.create_default_context(cafile=self.facts["ca_cert"])
        context.maximum_version = version
        if certificate:
            context.load_cert_chain(certificate.write(self.folder / "shown.pem"))
        place = urlsplit(self.facts["url"])
        assert place.hostname
        connection = HTTPSConnection(place.hostname, place.port, timeout=30, context=context)
        try:
            connection.request(method, path, body, headers)
            with connection.getresponse() as answer:
                return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def token(
        self, client_id: str, certificate: Certified | None = None, **options: Any
    ) -> tuple[int, str]:
        """Status and description of a request for a token with a certificate."""
        form = {"grant_type": "client_credentials", "client_id": client_id}
        status, answer = self._post(form, {}, certificate, **options)
        return status, answer.get("error_description", "")

    def register(self, **members: Any) -> str:
        """The id of a new client."""
        pair = f"{self.facts['client_id']}:{self.facts['client_secret']}"
        basic = {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
        _, answer = self._post({"grant_type": "client_credentials"}, basic, None)
        headers = {
            "Authorization": f"Bearer {answer['access_token']}",
            "Content-Type": "application/json",
        }
        body = json.dumps({**MINIMAL, "grantTypes": ["client_credentials"], **members})
        status, client = self.call("POST", CLIENTS, body, headers)
        assert status == 201, client
        return str(client["inum"])

    def _post(
        self,
        form: dict[str, str],
        headers: dict[str, str],
        certificate: Certified | None,
        **more: Any,
    ) -> tuple[int, Any]:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.call("POST", TOKEN, urlencode(form), headers | kind, certificate, **more)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("mutual")
    with serving("--tls", "--data", str(folder / "data")) as (facts, process):
        yield Server(facts, folder)
        process.send_signal(signal.SIGTERM)
        out, error = process.communicate(timeout=30)
        # Handshakes that failed are nobody's news.
        assert (process.returncode, out, error) == (0, "", "")


@pytest.fixture(scope="module")
def by_subject(server: Server) -> str:
    return server.register(**BY_SUBJECT)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_certificate_of_the_authority(
    server: Server, by_subject: str, version: ssl.TLSVersion
) -> None:
    good = make(SUBJECT, server.authority)
    assert server.token(by_subject, good, version=version) == (200, "")
    other = make("CN=other", server.authority)
    said = "The subject of the client certificate is another."
    assert server.token(by_subject, other, version=version) == (401, said)
    said = "The connection has no client certificate."
    assert server.token(by_subject, version=version) == (401, said)


def test_a_self_signed_certificate_counts_once_it_is_registered(server: Server) -> None:
    own = make("CN=own")
    with pytest.raises((OSError, ssl.SSLError)):
        server.token("nobody", own)
    inum = server.register(jwks=own.jwks, **SELF_SIGNED)
    assert server.token(inum, own) == (200, "")
    others = server.register(jwks=make("CN=own").jwks, **SELF_SIGNED)
    said = "The client certificate is not among those in the client's jwks."
    assert server.token(others, own) == (401, said)


def test_the_holder_of_a_certificate_cannot_make_more(server: Server, by_subject: str) -> None:
    own = make("CN=maker", authority=True)
    inum = server.register(jwks=own.jwks, **SELF_SIGNED)
    assert server.token(inum, own) == (200, "")
    forged = make(SUBJECT, own)
    said = "The client certificate is from an authority that is not accepted here."
    assert server.token(by_subject, forged) == (401, said)
    assert server.token(inum, forged)[0] == 401


def test_keys_of_other_clients_are_not_trusted(server: Server) -> None:
    own = make("CN=own")
    server.register(jwks=own.jwks, **{METHOD: "private_key_jwt"})
    server.register(jwks='{"keys": [{"x5c": ["AAAA"]}]}', **SELF_SIGNED)
    server.register(jwks='{"x5c": 5', **SELF_SIGNED)
    with pytest.raises((OSError, ssl.SSLError)):
        server.token("nobody", own)


@pytest.mark.parametrize("case", ["expired", "other authority", "expired and registered"])
def test_tls_refuses(server: Server, by_subject: str, case: str) -> None:
    inum = by_subject
    if case == "other authority":
        certificate = make(SUBJECT, make("CN=Authority", authority=True))
    else:
        issuer = server.authority if case == "expired" else None
        certificate = make(SUBJECT, issuer, TOO_EARLY, TOO_EARLY + timedelta(days=1))
        if issuer is None:
            inum = server.register(jwks=certificate.jwks, **SELF_SIGNED)
    with pytest.raises((OSError, ssl.SSLError)):
        server.token(inum, certificate)


def test_authorities_can_be_chosen(tmp_path: Path) -> None:
    authority = make("CN=Authority", authority=True)
    chosen = tmp_path / "authorities.pem"
    chosen.write_text(authority.pem)
    options = ["--tls", "--data", str(tmp_path / "data"), "--client-ca", str(chosen)]
    with serving(*options) as (facts, _):
        assert facts.keys() == {"url", "client_id", "client_secret", "ca_cert"}
        server = Server(facts, tmp_path)
        inum = server.register(**BY_SUBJECT)
        assert server.token(inum, make(SUBJECT, authority)) == (200, "")
