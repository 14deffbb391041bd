"""A sandbox as a real server, called by clients that know nothing of it."""

import json
import signal
import socket
import ssl
import stat
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.support import API, CLIENTS, MINIMAL, SCOPES, TOKEN, P
from tests.shell import environment, run_python

SERVE = """
import sys
from pathlib import Path
from tui.sandbox.serve import serve
from tui.sandbox.settings import SandboxSettings

settings = SandboxSettings(Path(sys.argv[1]))
sys.exit(serve(settings, sys.argv[2], int(sys.argv[3]), sys.argv[4] == "tls"))
"""


@contextmanager
def serving(folder: Path, host: str, tls: bool, end: signal.Signals) -> Iterator[dict[str, str]]:
    """Run a server, hand out what it says, end it with a signal and look at how it ended."""
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(folder), host, "0", "tls" if tls else "plain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        assert line, server.communicate()
        yield json.loads(line)
        server.send_signal(end)
        out, error = server.communicate(timeout=30)
        assert (server.returncode, out) == (0, "")
        assert not error, error
    finally:
        server.kill()
        server.communicate()


class Caller:
    """A plain HTTP client."""

    def __init__(self, facts: dict[str, str]) -> None:
        self.url = facts["url"]
        self.headers: dict[str, str] = {}
        context = ssl.create_default_context(cafile=facts.get("ca_cert"))
        proxies = urllib.request.ProxyHandler({})
        self.opener = urllib.request.build_opener(
            proxies, urllib.request.HTTPSHandler(context=context)
        )

    def __call__(
        self, method: str, path: str, body: Any = None, media: str = "application/json"
    ) -> tuple[int, Any]:
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        headers = self.headers | ({"Content-Type": media} if data is not None else {})
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with self.opener.open(request, timeout=30) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                status, text = error.code, error.read()
        return status, json.loads(text) if text.startswith((b"{", b"[")) else text.decode()

    def log_in(self, facts: dict[str, str], scope: str = "") -> None:
        pair = f"{facts['client_id']}:{facts['client_secret']}"
        self.headers = {"Authorization": "Basic " + b64encode(pair.encode()).decode()}
        form = {"grant_type": "client_credentials"} | ({"scope": scope} if scope else {})
        status, body = self(
            "POST",
            TOKEN,
            urllib.parse.urlencode(form).encode(),
            "application/x-www-form-urlencoded",
        )
        assert status == 200
        self.headers = {"Authorization": f"Bearer {body['access_token']}"}


def test_a_clients_life_over_tls(folder: Path) -> None:
    with serving(folder, "127.0.0.1", tls=True, end=signal.SIGTERM) as facts:
        made = {name for name in facts if name.endswith(("_cert", "_key"))}
        assert made == {"ca_cert", "client_ca_cert", "client_ca_key"}
        assert facts.keys() - made == {"url", "client_id", "client_secret"}
        for path in (Path(facts[name]) for name in made):
            assert path.parent == folder
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        call = Caller(facts)
        status, discovered = call("GET", "/.well-known/openid-configuration")
        assert (status, discovered["issuer"]) == (200, facts["url"])
        named = Caller(facts | {"url": facts["url"].replace("127.0.0.1", "localhost")})
        assert named("GET", f"{API}/health/live")[0] == 200
        with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
            Caller({"url": facts["url"]})("GET", "/")

        assert call("GET", CLIENTS) == (401, "ONLY TOKEN BASED AUTHORIZATION IS SUPPORTED!")
        call.log_in(facts)
        status, listed = call("GET", f"{CLIENTS}?limit=3&pattern=client")
        assert (status, listed["entriesCount"]) == (200, 3)
        status, made = call("POST", CLIENTS, MINIMAL | {"clientName": "Zoë"})
        assert status == 201
        one = f"{CLIENTS}/{made['inum']}"
        assert call("GET", one) == (200, made)
        patch = [{"op": "add", "path": "/disabled", "value": True}]
        status, changed = call("PATCH", one, patch, "application/json-patch+json")
        assert (status, changed["disabled"]) == (200, True)
        status, replaced = call("PUT", CLIENTS, made | {"description": "new"})
        assert (status, replaced["description"]) == (200, "new")
        assert call("DELETE", one) == (204, "")
        assert call("DELETE", one)[0] == 404
        assert call("GET", f"{CLIENTS}?limit=201")[0] == 400
        assert call("GET", f"{CLIENTS}?startIndex=-1")[0] == 500
        assert call("POST", CLIENTS, b"{")[0] == 400
        assert call("PATCH", one, patch)[0] == 415
        assert call("POST", CLIENTS, b" " * 1_100_000)[0] == 413
        assert call("GET", "/nowhere")[0] == 404
        call.log_in(facts, f"{P}scopes.readonly")
        assert call("GET", f"{SCOPES}/F0C4")[0] == 200
        assert call("GET", CLIENTS)[0] == 401
    assert not [path for path in folder.iterdir() if path.suffix == ".pem"]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "0.0.0.0"])
def test_plain_http(folder: Path, host: str) -> None:
    with serving(folder, host, tls=False, end=signal.SIGINT) as facts:
        assert facts.keys() == {"url", "client_id", "client_secret"}
        assert facts["url"].startswith("http://")
        assert Caller(facts)("GET", f"{API}/health/live")[0] == 200


def test_tls_for_another_address(folder: Path) -> None:
    with serving(folder, "127.0.0.2", tls=True, end=signal.SIGINT) as facts:
        assert facts["url"].startswith("https://127.0.0.2:")
        assert Caller(facts)("GET", f"{API}/health/live")[0] == 200


def test_a_port_that_is_taken(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run_python("-c", SERVE, str(folder), "127.0.0.1", port, "plain")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The server cannot start: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("package", "mode"), [("uvicorn", "plain"), ("trustme", "tls")])
def test_a_missing_package(folder: Path, package: str, mode: str) -> None:
    code = f"import sys\nsys.modules[{package!r}] = None\n{SERVE}"
    done = run_python("-c", code, str(folder), "127.0.0.1", "0", mode)
    assert (done.returncode, done.stdout) == (1, "")
    assert package in done.stderr
    assert done.stderr.count("\n") == 1
