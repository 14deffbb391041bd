"""Real sockets and real TLS, on this machine."""

import asyncio
import datetime
import ssl
from pathlib import Path

import pytest
import trustme

from tests.api.local_server import Answer, says, serving
from tests.api.support import config
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError, NotConfigApi, TimedOut, TlsProblem, Unreachable
from tui.api.network import tls_context
from tui.api.request import ApiRequest

GET = ApiRequest("GET", "/x", authenticated=False)
POST = ApiRequest("POST", "/x", json={}, authenticated=False)


async def silence(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def hang_up(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")


async def babble(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"SSH-2.0-OpenSSH_9.2\r\n")
    await writer.drain()


async def send(url: str, request: ApiRequest = GET, **changes: object) -> object:
    """What the server at ``url`` answers."""
    async with ConfigApi(config(base_url=url, **changes)) as api:
        return await api.send(request)


async def failure(answer: Answer, request: ApiRequest = POST) -> tuple[ApiError, int]:
    """The error of one call, and how many connections it made."""
    async with serving(answer) as (port, connections):
        with pytest.raises(ApiError) as caught:
            await send(f"http://127.0.0.1:{port}", request, read_timeout=0.2)
    return caught.value, len(connections)


async def test_an_answer_comes_over_a_real_connection() -> None:
    async with serving(says(b'{"a": 1}')) as (port, _):
        assert await send(f"http://127.0.0.1:{port}") == {"a": 1}


async def test_a_closed_port_is_unreachable() -> None:
    async with serving(silence) as (port, _):
        pass
    with pytest.raises(Unreachable) as caught:
        await send(f"http://127.0.0.1:{port}", POST)
    assert "refuses connections" in caught.value.sentence
    assert not caught.value.may_have_happened


async def test_an_unknown_name_is_unreachable() -> None:
    with pytest.raises(Unreachable) as caught:
        await send("https://nowhere.invalid", POST)
    assert "cannot be resolved" in caught.value.sentence
    assert not caught.value.may_have_happened


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (silence, TimedOut),
        (hang_up, Unreachable),
        (babble, Unreachable),
        (says(b'{"a"', length=100), Unreachable),
    ],
)
async def test_a_write_that_left_is_in_doubt_and_left_once(
    answer: Answer, kind: type[ApiError]
) -> None:
    error, connections = await failure(answer)
    assert type(error) is kind
    assert error.may_have_happened
    assert connections == 1


async def test_a_read_cut_short_is_tried_again() -> None:
    error, connections = await failure(says(b'{"a"', length=100), GET)
    assert type(error) is Unreachable
    assert not error.may_have_happened
    assert connections == 3


async def test_a_page_is_not_the_config_api() -> None:
    error, _ = await failure(says(b"<html><body>Welcome</body></html>"))
    assert type(error) is NotConfigApi
    assert error.server_words == "Welcome"


def server_tls(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return path


async def test_a_trusted_certificate_is_accepted(authority: trustme.CA, ca_file: Path) -> None:
    tls = server_tls(authority.issue_cert("127.0.0.1"))
    async with serving(says(b'{"a": 1}'), tls) as (port, _):
        assert await send(f"https://127.0.0.1:{port}", ca_file=ca_file) == {"a": 1}


async def test_the_environments_authorities_are_trusted(
    authority: trustme.CA, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    tls = server_tls(authority.issue_cert("127.0.0.1"))
    async with serving(says(b'{"a": 1}'), tls) as (port, _):
        assert await send(f"https://127.0.0.1:{port}") == {"a": 1}


async def test_another_ca_file_trusts_nothing_else(authority: trustme.CA, tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    tls = server_tls(authority.issue_cert("127.0.0.1"))
    async with serving(says(b"{}"), tls) as (port, connections):
        with pytest.raises(TlsProblem) as caught:
            await send(f"https://127.0.0.1:{port}", ca_file=other)
    assert "an authority that this machine does not know" in caught.value.sentence
    assert "SHA-256 fingerprint is" in caught.value.sentence
    assert "SSL_CERT_FILE" in caught.value.sentence
    assert len(connections) <= 1


async def test_an_unknown_authority_is_not_trusted(authority: trustme.CA) -> None:
    tls = server_tls(authority.issue_cert("127.0.0.1"))
    async with serving(says(b"{}"), tls) as (port, _):
        with pytest.raises(TlsProblem) as caught:
            await send(f"https://127.0.0.1:{port}", POST)
    assert not caught.value.may_have_happened


async def test_a_certificate_for_another_name_is_not_trusted(
    authority: trustme.CA, ca_file: Path
) -> None:
    tls = server_tls(authority.issue_cert("other.example"))
    async with serving(says(b"{}"), tls) as (port, _):
        with pytest.raises(TlsProblem) as caught:
            await send(f"https://127.0.0.1:{port}", ca_file=ca_file)
    assert "127.0.0.1" in caught.value.sentence


async def test_an_expired_certificate_is_not_trusted(authority: trustme.CA, ca_file: Path) -> None:
    long_ago = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
    tls = server_tls(authority.issue_cert("127.0.0.1", not_after=long_ago))
    async with serving(says(b"{}"), tls) as (port, _):
        with pytest.raises(TlsProblem) as caught:
            await send(f"https://127.0.0.1:{port}", ca_file=ca_file)
    assert "expired" in caught.value.sentence


async def test_a_port_without_tls_is_told() -> None:
    async with serving(babble) as (port, _):
        with pytest.raises(TlsProblem) as caught:
            await send(f"https://127.0.0.1:{port}")
    assert "does not speak TLS" in caught.value.sentence


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
async def test_a_ca_file_that_cannot_be_used_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TlsProblem) as caught:
        await send("https://127.0.0.1:1", POST, ca_file=path)
    assert str(path) in caught.value.sentence
    assert not caught.value.may_have_happened


def test_certificates_and_names_are_always_verified(ca_file: Path) -> None:
    for context in (tls_context(None), tls_context(ca_file)):
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.check_hostname


def test_without_authorities_of_the_system_there_are_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setattr("tui.api.network._system_has_authorities", lambda _context: False)
    assert tls_context(None).cert_store_stats()["x509_ca"] > 50


async def test_the_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    async with serving(proxy) as (port, _):
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        with pytest.raises(Unreachable) as caught:
            await send("https://op.example", POST)
        assert "proxy" in caught.value.sentence
    assert not caught.value.may_have_happened
    assert asked[0].startswith(b"CONNECT op.example:443 ")


async def test_some_hosts_need_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(says(b"{}")) as (port, _), serving(silence) as (proxy, connections):
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy}")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert await send(f"http://127.0.0.1:{port}") == {}
    assert not connections
