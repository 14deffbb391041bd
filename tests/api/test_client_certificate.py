"""What the caller shows: a certificate in TLS, or a token that was handed over."""

import ssl
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives import serialization

from tests.api.local_server import says, serving
from tests.api.support import CLIENTS, Server, config
from tui.api import http
from tui.api.config import ClientCertificate
from tui.api.config_api import ConfigApi
from tui.api.errors import ApiError, TlsProblem, Unauthorised
from tui.api.request import ApiRequest

GET = ApiRequest("GET", CLIENTS)
OPEN = ApiRequest("GET", "/health", authenticated=False)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def demanding(authority: trustme.CA) -> ssl.SSLContext:
    """A server's context that wants to see a certificate of the same authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


def own(authority: trustme.CA, folder: Path, password: str = "") -> ClientCertificate:
    """A certificate in files, its key encrypted if there is a password."""
    made = authority.issue_cert("client.example")
    made.cert_chain_pems[0].write_to_path(folder / "own.crt")
    key = serialization.load_pem_private_key(made.private_key_pem.bytes(), None)
    how: serialization.KeySerializationEncryption = (
        serialization.BestAvailableEncryption(password.encode())
        if password
        else serialization.NoEncryption()
    )
    (folder / "own.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, how)
    )
    return ClientCertificate(folder / "own.crt", folder / "own.key", password)


@pytest.mark.parametrize("password", ["", "the key's own"])
async def test_a_certificate_lets_in(
    authority: trustme.CA, demanding: ssl.SSLContext, tmp_path: Path, password: str
) -> None:
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    async with serving(says(b'{"a": 1}'), demanding) as (port, _):
        settings = config(
            base_url=f"https://127.0.0.1:{port}",
            ca_file=tmp_path / "ca.pem",
            certificate=own(authority, tmp_path, password),
        )
        async with ConfigApi(settings) as api:
            assert await api.send(OPEN) == {"a": 1}
        with pytest.raises(ApiError):
            await send(config(base_url=settings.base_url, ca_file=settings.ca_file))


async def test_a_wrong_password_is_told_and_not_asked_for(
    authority: trustme.CA, tmp_path: Path
) -> None:
    made = own(authority, tmp_path, "right")
    wrong = ClientCertificate(made.certificate, made.key, "guessed-it")
    assert "guessed-it" not in repr(wrong)
    with pytest.raises(TlsProblem, match="client certificate"):
        await send(config(base_url="https://127.0.0.1:9", certificate=wrong))


async def test_only_insecure_trusts_anybody(authority: trustme.CA) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("elsewhere.example").configure_cert(context)
    async with serving(says(b"{}"), context) as (port, _):
        address = f"https://127.0.0.1:{port}"
        with pytest.raises(TlsProblem):
            await send(config(base_url=address))
        assert await send(config(base_url=address, insecure=True)) == {}


async def send(settings: object) -> object:
    async with ConfigApi(settings) as api:  # type: ignore[arg-type]
        return await api.send(OPEN)


async def test_a_token_that_was_handed_over_is_sent_and_not_renewed() -> None:
    server = Server(lambda _request: http.Response(401, text="Token is Invalid."))
    async with ConfigApi(config(access_token="handed-over"), transport=server) as api:
        with pytest.raises(Unauthorised) as caught:
            await api.send(GET)
        assert await api.access_token() == "handed-over"
    assert [one.headers["authorization"] for one in server.requests] == ["Bearer handed-over"]
    assert server.token_requests == []
    assert "handed-over" not in caught.value.sentence + caught.value.server_words


@pytest.mark.parametrize("token", ["a b", "a\nb", "é", "\x00"])
def test_a_text_that_is_no_token(token: str) -> None:
    with pytest.raises(ValueError, match="no token has"):
        config(access_token=token)


async def test_debugging_tells_no_secret() -> None:
    lines: list[str] = []
    body = {"entries": [{"clientSecret": "of-somebody"}], "a": "\x1b[31m"}
    server = Server(lambda _request: http.Response(200, json=body, headers={"set-cookie": "crumb"}))
    async with ConfigApi(config(), transport=server, debug=lines.append) as api:
        await api.send(ApiRequest("PUT", CLIENTS, json={"clientSecret": "new-one"}))
    told = "\n".join(lines)
    assert all(line.isprintable() for line in lines)
    assert f"> PUT https://op.example{CLIENTS}" in lines
    assert "< 200 OK" in lines
    for hidden in ("of-somebody", "new-one", "crumb", "access-token-0001", config().client_secret):
        assert hidden not in told
