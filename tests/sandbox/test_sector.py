"""Sector identifiers, read from a server on this machine."""

import json
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import trustme

from tests.sandbox.conftest import Opener
from tests.sandbox.support import REGISTER, problem, register
from tui.sandbox.outside import is_public, json_array
from tui.sandbox.registration.settings import RegistrationSettings

LISTED = ["https://a.example/cb", "https://b.example/cb", "https://a.example/keys"]
PAGES = {
    "/sector?v=1": (200, json.dumps(LISTED)),
    "/object": (200, "{}"),
    "/text": (200, "hello"),
    "/deep": (200, "[" * 20_000),
    "/gone": (404, "[]"),
    "/moved": (302, "[]"),
}


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, text = PAGES[self.path]
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    """Who signed the server's certificate, and the file that says so."""
    made = trustme.CA()
    path = tmp_path_factory.mktemp("ca") / "ca.pem"
    path.write_bytes(made.cert_pem.bytes())
    return made, path


@pytest.fixture
def site(authority: tuple[trustme.CA, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An https server with the pages; this process trusts its certificate."""
    made, path = authority
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.issue_cert("localhost").configure_cert(context)
    server = HTTPServer(("127.0.0.1", 0), _Pages)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"https://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


async def test_a_sector_lists_what_belongs_to_it(opened: Opener, site: str) -> None:
    trusting = RegistrationSettings(trusted_hosts=frozenset({"localhost"}))
    door = opened(registration=trusting)
    members: dict[str, Any] = {
        "redirect_uris": LISTED[:2],
        "sector_identifier_uri": f"{site}/sector?v=1",
    }
    made = await register(door, **members)
    assert made["sector_identifier_uri"] == members["sector_identifier_uri"]
    more = members | {"redirect_uris": [*LISTED, "https://c.example/cb"]}
    status, error, text = problem(await door.http.post(REGISTER, json=more))
    assert (status, error) == (400, "invalid_client_metadata")
    assert "https://c.example/cb" in text

    ciba = members | {
        "grant_types": ["urn:openid:params:grant-type:ciba", "authorization_code"],
        "backchannel_token_delivery_mode": "poll",
        "jwks_uri": LISTED[2],
    }
    await register(door, **ciba)
    for change, named in (
        ({"jwks_uri": "https://a.example/other"}, "jwks_uri"),
        (
            {
                "backchannel_token_delivery_mode": "push",
                "backchannel_client_notification_endpoint": "https://a.example/n",
            },
            "backchannel_client_notification_endpoint",
        ),
    ):
        answer = await door.http.post(REGISTER, json=ciba | change)
        assert problem(answer)[:2] == (400, "invalid_client_metadata")
        assert named in problem(answer)[2]


@pytest.mark.parametrize("path", ["/object", "/text", "/deep", "/gone", "/moved"])
def test_what_is_no_array(site: str, path: str) -> None:
    assert json_array(f"{site}/sector?v=1", {"localhost"}) == LISTED
    assert json_array(site + path, {"localhost"}) is None


def test_who_is_not_asked(site: str) -> None:
    port = site.rpartition(":")[2]
    for uri, trusted in (
        (f"{site}/sector?v=1", set()),
        (f"https://127.0.0.1:{port}/sector?v=1", {"localhost"}),
        (f"http://localhost:{port}/sector?v=1", {"localhost"}),
        ("https://[::1]/", set()),
        ("https://localhost:1/", {"localhost"}),
        ("https:///x", set()),
        ("https://localhost:99999/", {"localhost"}),
        ("https://localhost/\n", {"localhost"}),
    ):
        assert json_array(uri, trusted) is None


def test_whose_certificate_is_not_trusted(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert json_array(f"{site}/sector?v=1", {"localhost"}) is None


def test_which_addresses_are_public() -> None:
    private = (
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
        *("224.0.0.1", "::1", "::", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "::ffff:7f00:1"),
    )
    assert not [address for address in private if is_public(address)]
    assert all(map(is_public, ("1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1")))
