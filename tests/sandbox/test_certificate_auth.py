"""tls_client_auth and self_signed_tls_client_auth, whatever made the TLS connection."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.assertions import GRANT, registered
from tests.sandbox.certificates import Certified, make
from tests.sandbox.conftest import Opener
from tests.sandbox.support import CLIENTS, TOKEN, Door

SUBJECT = "CN=client,O=Acme \\, Inc.,C=DE"
METHOD = "tokenEndpointAuthMethod"
MORE = "additionalTokenEndpointAuthMethods"


@pytest.fixture(scope="module")
def authority() -> Certified:
    return make("CN=Authority", authority=True)


@pytest.fixture
def door(opened: Opener, authority: Certified, tmp_path: Path) -> Door:
    path = tmp_path / "authorities.pem"
    path.write_text(make("CN=Another", authority=True).pem + authority.pem)
    return opened(client_ca=path)


async def outcome(
    door: Door, inum: str, certificate: Certified | str | None, **fields: str
) -> tuple[int, str]:
    """Status and description of a token request over a connection with this certificate."""
    pem = certificate.pem if isinstance(certificate, Certified) else certificate
    app = door.http._transport.app  # type: ignore[attr-defined]

    async def with_certificate(scope: Any, receive: Any, send: Any) -> None:
        tls = {"client_cert_chain": [pem] if pem is not None else []}
        await app({**scope, "extensions": {"tls": tls}}, receive, send)

    transport = httpx.ASGITransport(app=with_certificate)
    async with httpx.AsyncClient(transport=transport, base_url="https://op.example") as http:
        answer = await http.post(TOKEN, data=GRANT | {"client_id": inum} | fields)
    if answer.status_code == 401:
        assert answer.json()["error"] == "invalid_client"
    return answer.status_code, answer.json().get("error_description", "")


async def subject_client(door: Door, subject: str | None, **members: Any) -> str:
    attributes = {"tlsClientAuthSubjectDn": subject} if subject is not None else {}
    given = {METHOD: "tls_client_auth", "attributes": attributes} | members
    return await registered(door, **given)


@pytest.mark.parametrize(
    ("registered_subject", "subject"),
    [
        (SUBJECT, SUBJECT),
        ("CN=CLIENT,O=acme  \\, inc.,C=de", SUBJECT),
        ("2.5.4.3=client,O=Acme \\2C Inc.,C=DE", SUBJECT),
        ("CN=client+OU=b", "OU=b+CN=client"),
        ("CN=Zoë", "CN=Zo\\C3\\AB"),
        ("E=a@b.example,CN=client", "1.2.840.113549.1.9.1=a@b.example,CN=client"),
    ],
)
async def test_the_subject_decides(
    door: Door, authority: Certified, registered_subject: str, subject: str
) -> None:
    inum = await subject_client(door, registered_subject)
    assert await outcome(door, inum, make(subject, authority)) == (200, "")


OTHER = "The subject of the client certificate is another."


@pytest.mark.parametrize(
    ("registered_subject", "subject", "said"),
    [
        (SUBJECT, "CN=client", OTHER),
        (SUBJECT, "C=DE,O=Acme \\, Inc.,CN=client", OTHER),
        (SUBJECT, "CN=client2,O=Acme \\, Inc.,C=DE", OTHER),
        ("CN=client+OU=b", "CN=client,OU=b", OTHER),
        ("CN=client", "OU=client", OTHER),
        (None, "CN=client", "The client has no tlsClientAuthSubjectDn."),
        ("client", "CN=client", "The client's tlsClientAuthSubjectDn is no RFC 4514 name."),
        ("NOSUCH=client", "CN=client", "The client's tlsClientAuthSubjectDn is no RFC 4514 name."),
    ],
)
async def test_other_subjects(
    door: Door, authority: Certified, registered_subject: str | None, subject: str, said: str
) -> None:
    inum = await subject_client(door, registered_subject)
    assert await outcome(door, inum, make(subject, authority)) == (401, said)


async def test_only_authorities_of_the_server_count(door: Door, authority: Certified) -> None:
    inum = await subject_client(door, SUBJECT)
    said = "The client certificate is from an authority that is not accepted here."
    namesake = make("CN=Authority", authority=True)
    # Whoever holds a certificate must not be able to make more of them.
    holder = make("CN=holder", authority)
    for certificate in (make(SUBJECT), make(SUBJECT, namesake), make(SUBJECT, holder)):
        assert await outcome(door, inum, certificate) == (401, said)


async def test_a_server_without_authorities(opened: Opener, authority: Certified) -> None:
    door = opened()
    inum = await subject_client(door, SUBJECT)
    said = "This server has no authority for client certificates."
    assert await outcome(door, inum, make(SUBJECT, authority)) == (401, said)


async def test_its_time(door: Door, authority: Certified) -> None:
    certificate = make(SUBJECT, authority)
    inum = await subject_client(door, SUBJECT)
    start = certificate.certificate.not_valid_before_utc.timestamp()
    end = certificate.certificate.not_valid_after_utc.timestamp()
    for now, expected in (
        (start - 1, (401, "The client certificate is not valid yet.")),
        (start, (200, "")),
        (end, (200, "")),
        (end + 1, (401, "The client certificate has expired.")),
    ):
        door.sandbox.clock = lambda now=now: now  # type: ignore[misc]
        assert await outcome(door, inum, certificate) == expected


async def test_a_connection_without_certificate(door: Door) -> None:
    inum = await subject_client(door, SUBJECT)
    said = "The connection has no client certificate."
    assert await outcome(door, inum, None) == (401, said)
    answer = await door.http.post(TOKEN, data=GRANT | {"client_id": inum})
    assert (answer.status_code, answer.json()["error_description"]) == (401, said)


async def test_a_certificate_does_not_stand_for_a_secret(door: Door, authority: Certified) -> None:
    secret = await registered(door, "geheim", attributes={"tlsClientAuthSubjectDn": SUBJECT})
    certificate = make(SUBJECT, authority)
    assert await outcome(door, secret, certificate) == (401, "Client authentication failed.")
    assert await outcome(door, "nobody", certificate) == (401, "Client authentication failed.")
    inum = await subject_client(door, SUBJECT)
    said = "The client does not authenticate by client_secret_post."
    assert await outcome(door, inum, certificate, client_secret="x") == (401, said)


async def test_self_signed(door: Door) -> None:
    own, other = make("CN=own"), make("CN=own")
    thumbprint = base64.urlsafe_b64encode(hashlib.sha256(own.der).digest()).decode().rstrip("=")
    by_print = json.dumps({"keys": [{"kty": "EC", "x5t#S256": thumbprint}]})
    for jwks in (own.jwks, by_print):
        inum = await registered(door, jwks=jwks, **{METHOD: "self_signed_tls_client_auth"})
        assert await outcome(door, inum, own) == (200, "")
        said = "The client certificate is not among those in the client's jwks."
        assert await outcome(door, inum, other) == (401, said)


@pytest.mark.parametrize(
    ("jwks", "said"),
    [
        (None, "The client has no keys in jwks."),
        ("{", "The client's jwks is not JSON."),
        ('{"keys": [{"x5c": "x"}, {"x5c": []}, {"x5c": [5]}, {"x5c": ["%"]}]}', "not among those"),
    ],
)
async def test_nothing_registered(door: Door, jwks: str | None, said: str) -> None:
    inum = await registered(door, jwks=jwks, **{METHOD: "self_signed_tls_client_auth"})
    status, description = await outcome(door, inum, make("CN=own"))
    assert status == 401
    assert said in description


async def test_both_ways(door: Door, authority: Certified) -> None:
    own = make("CN=own")
    attributes = {"tlsClientAuthSubjectDn": SUBJECT, MORE: ["self_signed_tls_client_auth"]}
    inum = await subject_client(door, SUBJECT, attributes=attributes)
    assert await outcome(door, inum, make(SUBJECT, authority)) == (200, "")
    operation = {"op": "add", "path": "/jwks", "value": own.jwks}
    assert (await door.patch(f"{CLIENTS}/{inum}", operation)).status_code == 200
    for certificate in (own, make(SUBJECT, authority)):
        assert await outcome(door, inum, certificate) == (200, "")
    assert (await outcome(door, inum, make("CN=own")))[0] == 401


@pytest.mark.parametrize(
    "pem", ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"]
)
async def test_what_is_no_certificate(door: Door, pem: str) -> None:
    inum = await subject_client(door, SUBJECT)
    assert await outcome(door, inum, pem) == (401, "The client certificate cannot be read.")
