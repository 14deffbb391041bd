"""``jans-tui serve`` as another program sees it."""

import base64
import json
import signal
import socket
import ssl
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.shell import jans_tui, serving
from tui.sandbox.seed.clients import TUI_CLIENT


def token(facts: dict[str, str]) -> Any:
    """Get a token by client credentials; return the server's answer."""
    place = urlsplit(facts["url"])
    assert place.hostname
    connection: HTTPConnection
    if place.scheme == "https":
        context = ssl.create_default_context(cafile=facts["ca_cert"])
        connection = HTTPSConnection(place.hostname, place.port, timeout=30, context=context)
    else:
        connection = HTTPConnection(place.hostname, place.port, timeout=30)
    basic = base64.b64encode(f"{facts['client_id']}:{facts['client_secret']}".encode())
    connection.request(
        "POST",
        "/jans-auth/restv1/token",
        "grant_type=client_credentials",
        {
            "Authorization": f"Basic {basic.decode()}",
            "Content-Type": "application/x-www-form-urlencoded",
        },
    )
    with connection.getresponse() as response:
        answer = json.loads(response.read())
    connection.close()
    return answer


@pytest.mark.parametrize("tls", [[], ["--tls"]])
def test_it_says_where_it_is_and_gives_tokens(tls: list[str], tmp_path: Path) -> None:
    with serving("--data", str(tmp_path), *tls) as (facts, _):
        assert urlsplit(facts["url"]).scheme == ("https" if tls else "http")
        assert token(facts)["access_token"]


def test_the_credentials_can_be_chosen(tmp_path: Path) -> None:
    chosen = ["--client-id", "1800.chosen", "--client-secret", "as I like it"]
    with serving("--data", str(tmp_path), *chosen, "--secrets", "A") as (facts, _):
        assert (facts["client_id"], facts["client_secret"]) == (chosen[1], chosen[3])
        assert token(facts)["access_token"]


def test_it_answers_to_a_name_that_it_is_given(tmp_path: Path) -> None:
    options = ("--tls", "--name", "sandbox.test", "--name", "op.test")
    with serving("--data", str(tmp_path), *options) as (facts, _):
        place = urlsplit(facts["url"])
        context = ssl.create_default_context(cafile=facts["ca_cert"])
        for name, status in (("sandbox.test", 200), ("op.test", 200), ("evil.test", 421)):
            shown = name if status == 200 else "localhost"
            with (
                socket.create_connection((str(place.hostname), place.port or 0)) as plain,
                context.wrap_socket(plain, server_hostname=shown) as wire,
            ):
                wire.sendall(f"GET /openapi.json HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())
                assert wire.recv(100).startswith(f"HTTP/1.1 {status} ".encode())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_quietly(number: signal.Signals, tmp_path: Path) -> None:
    with serving("--data", str(tmp_path)) as (_, process):
        process.send_signal(number)
        output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (0, "", "")


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = jans_tui("serve", "--port", port, "--data", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "ddress already in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_devices_can_be_made_to_hurry(tmp_path: Path) -> None:
    chosen = ["--device-interval", "2", "--device-code-lifetime", "9", "--keep-refresh-tokens"]
    with serving("--data", str(tmp_path), *chosen) as (facts, _):
        place = urlsplit(facts["url"])
        assert place.hostname
        connection = HTTPConnection(place.hostname, place.port, timeout=30)
        basic = base64.b64encode(f"{TUI_CLIENT}:sandbox-secret-1".encode()).decode()
        connection.request(
            "POST",
            "/jans-auth/restv1/device_authorization",
            headers={"Authorization": f"Basic {basic}"},
        )
        with connection.getresponse() as response:
            answer = json.loads(response.read())
        connection.close()
    assert (answer["interval"], answer["expires_in"]) == (2, 9)


def test_authorities_of_clients_are_for_tls_and_in_pem(tmp_path: Path) -> None:
    path = tmp_path / "authorities.pem"
    path.write_text("nothing")
    options = ["serve", "--data", str(tmp_path / "data"), "--client-ca", str(path)]
    done = jans_tui(*options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--client-ca needs --tls" in done.stderr
    done = jans_tui(*options, "--tls")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"The server cannot start: {path} holds no certificates in PEM.\n"
    assert not list((tmp_path / "data").glob("*.pem"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "65536"],
        ["--port", "http"],
        ["--secrets", "D"],
        ["--data", ""],
        ["--client-ca", "nowhere"],
        ["--device-interval", "0"],
        ["--device-code-lifetime", "86401"],
    ],
)
def test_wrong_arguments(arguments: list[str]) -> None:
    done = jans_tui("serve", *arguments)
    assert done.returncode == 2
    assert "error: argument" in done.stderr
