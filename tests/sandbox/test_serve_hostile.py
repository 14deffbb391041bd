"""A served sandbox and clients that do not speak HTTP, or too much of it."""

import signal
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.sandbox.support import API, CLIENTS
from tests.sandbox.test_serve import Caller, serving

METADATA = b"GET /.well-known/openid-configuration HTTP/1.1\r\n"
LINE = f"GET {API}/health/live HTTP/1.1\r\nHost: localhost\r\n".encode()
POST = f"POST {CLIENTS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n".encode()

ODD = {
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
    "no line": b"\r\n\r\n\r\n",
    "an endless line": b"GET /" + b"a" * 300_000,
    "one header without end": LINE + b"X: " + b"a" * 300_000,
    "headers without end": LINE + b"X-A: b\r\n" * 30_000,
    "a bad length": POST + b"Content-Length: -5\r\n\r\n",
    "a length of words": POST + b"Content-Length: many\r\n\r\n",
    "two lengths": POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
    "a length and chunks": POST
    + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a bad chunk": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
    "a body cut off": POST + b"Content-Length: 500\r\n\r\n{",
    "a header of two lines": LINE + b"X: a\r\n b\r\n\r\n",
    "a header of odd bytes": LINE + b"Authorization: Bearer \xff\xfe\r\n\r\n",
    "a NUL in a header": LINE + b"X: \x00\r\n\r\n",
    "an old version": f"GET {API}/health/live HTTP/0.9\r\n\r\n".encode(),
    "a whole address": b"GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "another protocol": LINE + b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "to connect": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "a host of two lines": METADATA + b"Host: localhost\r\n\ty\r\n\r\n",
    "no host": METADATA + b"\r\n",
    "a host that is none": METADATA + b"Host: [::\r\n\r\n",
    "another host": METADATA + b"Host: evil.example\r\n\r\n",
    "two hosts": METADATA + b"Host: localhost\r\nHost: evil.example\r\n\r\n",
}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    folder = tmp_path_factory.mktemp("hostile")
    with serving(folder, "127.0.0.1", tls=False, end=signal.SIGTERM) as found:
        yield found


def answer_to(url: str, data: bytes) -> bytes:
    """What comes back until the server has nothing more to say to the end of ``data``."""
    parts = urlsplit(url)
    received = b""
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30) as wire:
        try:
            wire.sendall(data)
            wire.shutdown(socket.SHUT_WR)
            while more := wire.recv(65536):
                received += more
        except OSError:
            pass  # It may hang up before it has read all.
    return received


@pytest.mark.parametrize("what", ODD)
def test_the_server_lives_on(facts: dict[str, str], what: str) -> None:
    received = answer_to(facts["url"], ODD[what])
    assert not received or received.startswith(b"HTTP/1.1 ")
    assert b"Traceback" not in received
    assert received[9:10] not in {b"5"}
    assert Caller(facts)("GET", f"{API}/health/live")[0] == 200


def test_only_names_of_this_machine_are_answered(facts: dict[str, str]) -> None:
    """A page of another site whose name stands for 127.0.0.1 reads nothing (DNS rebinding)."""
    refused = answer_to(facts["url"], ODD["another host"])
    assert refused.startswith(b"HTTP/1.1 421 ")
    assert "does not answer to “evil.example”".encode() in refused
    assert b"issuer" not in refused
    assert answer_to(facts["url"], ODD["two hosts"]).startswith(b"HTTP/1.1 400 ")
    call = Caller(facts)
    call.headers["Host"] = "op.localhost:80"
    status, metadata = call("GET", "/.well-known/openid-configuration")
    assert (status, metadata["issuer"]) == (200, "http://op.localhost:80")


def test_many_connections_that_say_nothing(facts: dict[str, str]) -> None:
    parts = urlsplit(facts["url"])
    idle = [socket.create_connection((parts.hostname or "", parts.port or 0)) for _ in range(100)]
    try:
        assert Caller(facts)("GET", f"{API}/health/live")[0] == 200
    finally:
        for one in idle:
            one.close()
