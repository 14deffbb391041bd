"""``--curl``: what is printed, run by the real shell and the real curl."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from tests.cli.conftest import Server
from tests.cli.in_process import Shell
from tui.cli.operations.operation import Operation
from tui.cli.operations.samples import SAMPLES
from tui.cli.operations.table import OPERATIONS
from tui.models.json import Json

HOSTILE = "'\"$HOME `id` $(id) !! ;&|<>*?[a]{b}~#%25 é/../@x"
TOKEN = "tok-1"


@dataclass
class Seen:
    """What a server got: method, path with query, headers, body."""

    port: int = 0
    requests: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)

    @property
    def options(self) -> list[str]:
        return ["--host", f"http://127.0.0.1:{self.port}", "--client-id", "1800.it's me"]


@pytest.fixture(scope="module")
def listener() -> Iterator[Seen]:
    """A server that gives tokens, and remembers all the rest."""
    seen = Seen()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            is_token = self.path == "/jans-auth/restv1/token"
            if not is_token:
                seen.requests.append((self.command, self.path, headers, content))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"access_token": TOKEN} if is_token else {}).encode())

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    seen.port = server.server_port
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    yield seen
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def seen(listener: Seen) -> Seen:
    listener.requests.clear()
    return listener


def paste(command: str, secret: str = "s3cr et", **more: str) -> subprocess.CompletedProcess[str]:
    """Run what was printed as a person would who pasted it into ``sh``."""
    assert shutil.which("curl"), "these tests need curl: install it"
    env = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "CLIENT_SECRET": secret, **more}
    return subprocess.run(
        ["sh", "-e", "-c", command], env=env, capture_output=True, text=True, timeout=30
    )


def body_of(operation: Operation) -> Json:
    sample = SAMPLES.get(operation.schema)
    if isinstance(sample, dict):
        return {**sample, HOSTILE: [HOSTILE, {"clientSecret": ""}]}
    return [{"op": "add", "path": f"/{HOSTILE}", "value": HOSTILE}] if sample else None


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_every_operation_with_hostile_values(
    shell: Shell, seen: Seen, operation: Operation
) -> None:
    value = HOSTILE.replace(",", "\\,")
    texts = [one.name for one in operation.query if one.kind == "text"]
    body = body_of(operation)
    arguments = [
        *seen.options,
        *("--operation-id", operation.name, "--curl"),
        *("--url-suffix", ",".join(f"{name}:{value}" for name in operation.path_parameters)),
        *("--endpoint-args", ",".join(f"{name}:{value}" for name in texts)),
        *(("--data", json.dumps(body)) if body is not None else ()),
    ]
    printed = shell(*arguments)
    assert (printed.code, printed.err) == (0, "")
    assert not seen.requests
    done = paste(printed.out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{}", "")
    ((method, target, headers, content),) = seen.requests
    parts = urlsplit(target)
    assert method == operation.method
    wanted = operation.path
    for name in operation.path_parameters:
        wanted = wanted.replace(f"{{{name}}}", "\0")
    assert [unquote(part) for part in parts.path.split("/")] == [
        HOSTILE if part == "\0" else part for part in wanted.split("/")
    ]
    assert parse_qsl(parts.query) == [(name, HOSTILE) for name in texts]
    assert headers.get("authorization") == (f"Bearer {TOKEN}" if operation.scopes else None)
    if body is None:
        assert content == b""
    else:
        assert json.loads(content) == body
        assert headers["content-type"] == operation.media_type


VERBS: Sequence[tuple[Sequence[str], str]] = (
    (("list", "a'b", "--filter", "clientName=x y"), "GET"),
    (("get", HOSTILE), "GET"),
    (("create", HOSTILE.replace("=", ""), "--redirect-uri", "https://a/?b='c'"), "POST"),
    (("set", HOSTILE, "clientName=it's", "disabled=true"), "PATCH"),
    (("delete", HOSTILE), "DELETE"),
    (("export", HOSTILE), "GET"),
)


@pytest.mark.parametrize(("words", "method"), VERBS, ids=lambda value: str(value)[:12])
def test_every_verb(shell: Shell, seen: Seen, words: Sequence[str], method: str) -> None:
    printed = shell("clients", *words, "--curl", *seen.options)
    assert (printed.code, printed.err) == (0, "")
    assert not seen.requests
    done = paste(printed.out)
    assert (done.returncode, done.stderr) == (0, "")
    assert [request[0] for request in seen.requests] == [method]


def test_no_secret_is_printed(shell: Shell, seen: Seen) -> None:
    printed = shell(
        *(*seen.options, "--client-secret", "hush-hush", "clients", "set", "x"),
        *("clientSecret=quite-new", "--curl"),
    )
    assert printed.code == 0
    assert "hush-hush" not in printed.out + printed.err
    assert "quite-new" not in printed.out + printed.err
    assert paste(printed.out, NEW_CLIENT_SECRET="n3w").returncode == 0
    assert json.loads(seen.requests[0][3]) == [
        {"op": "add", "path": "/clientSecret", "value": "n3w"}
    ]


def test_what_is_printed_works_on_a_real_server(shell: Shell, server: Server) -> None:
    printed = shell(
        *server.options, "clients", "create", "By curl", "--redirect-uri", "https://a/", "--curl"
    )
    done = paste(printed.out, server.client_secret)
    assert (done.returncode, done.stderr) == (0, "")
    inum = json.loads(done.stdout)["inum"]
    printed = shell(*server.options, "clients", "delete", inum, "--curl")
    assert paste(printed.out, server.client_secret).returncode == 0
    read = shell(*server.options, "clients", "get", inum, "--curl")
    assert paste(read.out, server.client_secret).returncode == 22


def test_the_sandbox_says_that_it_does_not_listen(shell: Shell) -> None:
    printed = shell("clients", "list", "--curl")
    assert "http://sandbox.localhost/" in printed.out
    assert "jans-tui serve" in printed.err
