"""A server in a thread that answers as a test wants, and nothing else."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import NamedTuple


class Heard(NamedTuple):
    """A request; the names of its headers are in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class Said(NamedTuple):
    """An answer; ``promised`` is the length that it claims, None for none."""

    status: int = 200
    body: str = "{}"
    promised: int | None = None


@contextmanager
def listening(answer: Callable[[Heard], Said]) -> Iterator[str]:
    """Serve on a free port; yield the URL. After each answer the connection is closed."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            said = answer(Heard(self.command, self.path, headers, content))
            self.send_response(said.status)
            if said.promised is not None:
                self.send_header("Content-Length", str(said.promised))
            self.end_headers()
            self.wfile.write(said.body.encode())

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
