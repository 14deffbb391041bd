"""Whether a software statement of anybody is believed."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from tests.api import local_server
from tests.faults import Fault
from tests.serving import BASE, Server, serving
from tui.api.jws import Signature
from tui.api.registration.statement_check import StatementCheck
from tui.embedded import sandbox_provider
from tui.models.registration.software_statement import NotAStatementError

KEY = ECKey.generate_key("P-256")


def signed(**claims: object) -> str:
    """A statement that expires in an hour, with a key that nobody knows."""
    return jwt.encode({"alg": "ES256"}, {"exp": int(time.time()) + 3600, **claims}, KEY)


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    async with serving(tmp_path) as server:
        yield server


async def check(server: Server, text: str) -> StatementCheck:
    return await server.api.check_statement(text, datetime.now(UTC))


async def test_one_of_the_open_server(server: Server) -> None:
    found = await check(server, await server.api.ssa.create({"org_id": 1}))
    assert (found.signature, found.problems) == (Signature.GOOD, ())


async def test_a_forged_one(server: Server) -> None:
    found = await check(server, signed(iss=BASE))
    assert found.signature is Signature.BAD
    assert "do not trust it" in found.problems[0]


async def test_keys_that_are_not_to_be_had(server: Server) -> None:
    text = await server.api.ssa.create({"org_id": 1})
    server.transport.faults = [Fault("GET", "jwks", "before", times=9)]
    found = await check(server, text)
    assert (found.signature, found.problems) == (Signature.UNKNOWN, ())
    assert "not to be had" in found.why


@pytest.mark.parametrize(
    "issuer", ["op", "http://op.example", "https://a b", "https://127.0.0.1:1"]
)
async def test_strangers_that_cannot_be_asked(server: Server, issuer: str) -> None:
    sent = len(server.transport.sent)
    found = await check(server, signed(iss=issuer))
    assert (found.signature, found.problems) == (Signature.UNKNOWN, ())
    assert found.why
    assert len(server.transport.sent) == sent, "a stranger's keys are no matter of this server"


async def keys_of_the_stranger(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Metadata and key set of a provider at whatever address it is asked."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    host = head.partition("Host: ")[2].partition("\r\n")[0]
    issuer = f"http://{host}"
    metadata = {"issuer": issuer, "jwks_uri": f"{issuer}/jwks", "registration_endpoint": issuer}
    keys = {"keys": [KEY.as_dict(private=False)]}
    body = json.dumps(keys if " /jwks " in head else metadata)
    assert "Authorization" not in head
    kind = "Content-Type: application/json\r\nConnection: close"
    writer.write(f"HTTP/1.1 200 OK\r\n{kind}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
    await writer.drain()


async def test_a_stranger_is_asked_for_its_keys_and_gets_no_token(server: Server) -> None:
    async with local_server.serving(keys_of_the_stranger) as (port, connections):
        found = await check(server, signed(iss=f"http://127.0.0.1:{port}"))
        assert (found.signature, found.problems) == (Signature.GOOD, ())
        assert len(connections) == 2


async def test_over_a_connection_for_registration(server: Server, tmp_path: Path) -> None:
    text = await server.api.ssa.create({"org_id": 1})
    provider = sandbox_provider(None, lambda _: None, tmp_path)
    try:
        found = await provider.check_statement(text, datetime.now(UTC))
        assert (found.signature, found.problems) == (Signature.GOOD, ())
        odd = await provider.check_statement(signed(iss="no address"), datetime.now(UTC))
        assert odd.signature is Signature.UNKNOWN
    finally:
        await provider.aclose()


async def test_what_names_no_issuer_or_is_none(server: Server) -> None:
    found = await check(server, signed())
    assert found.signature is Signature.UNKNOWN
    assert "no issuer" in found.problems[0]
    with pytest.raises(NotAStatementError):
        await check(server, "a.b")
