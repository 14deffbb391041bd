"""A sandbox as a server of its own, on a TCP port, with or without TLS."""

from __future__ import annotations

import json
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.sandbox.credentials import Credentials, load_or_create
from tui.sandbox.settings import SandboxSettings

if TYPE_CHECKING:
    from tui.sandbox.tls import Tls

_WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - recognised, not bound


def serve(
    settings: SandboxSettings, host: str, port: int, tls: bool, names: Sequence[str] = ()
) -> int:
    """Serve until SIGINT or SIGTERM; return the exit code: 0, or 1 after saying why.

    Port 0 takes a free one. It answers to the names of this machine, and to ``names``. With
    ``tls`` a certificate authority is made for this run, and one for client certificates unless
    the settings name a file with some; they are in the data folder while the server runs. When
    connections are accepted, one line of JSON goes to the standard output: ``url``,
    ``client_id``, ``client_secret``, and with TLS the paths ``ca_cert``, ``client_ca_cert`` and
    ``client_ca_key``, the last two if they were made. To be called from the main thread.
    """
    try:
        import uvicorn  # noqa: F401 - only to see that it is there
    except ImportError:
        return _refuse("Serving needs uvicorn: install jans-tui[serve].")
    if tls:
        try:
            import trustme  # noqa: F401 - only to see that it is there
        except ImportError:
            return _refuse("Serving with TLS needs trustme: install jans-tui[serve].")
    secured: Tls | None = None
    try:
        credentials = load_or_create(settings)
        listener = _listen(host, port)
        if tls:
            from tui.sandbox.tls import set_up

            with _closed_on_error(listener):
                number = listener.getsockname()[1]
                name = _reachable(host)
                secured = set_up([name, *names], number, settings.data_folder, settings.client_ca)
            settings = replace(settings, client_ca=secured.client_ca)
    except (OSError, ValueError) as error:
        return _refuse(f"The server cannot start: {error}")
    with listener:
        return _run(settings, listener, [_reachable(host), *names], secured, credentials)


def _listen(host: str, port: int) -> socket.socket:
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.create_server((str(address[0]), port), family=family)
    # Accepted connections inherit it: a body never waits for the headers' acknowledgement.
    # asyncio sets it only on sockets that were made with their protocol's number.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


@contextmanager
def _closed_on_error(listener: socket.socket) -> Iterator[None]:
    try:
        yield
    except BaseException:
        listener.close()
        raise


def _reachable(host: str) -> str:
    """The name by which callers on this machine reach a server that listens on ``host``."""
    return _WILDCARDS.get(host, host)


def _run(
    settings: SandboxSettings,
    listener: socket.socket,
    names: Sequence[str],
    tls: Tls | None,
    credentials: Credentials,
) -> int:
    """Serve on ``listener``; the first of ``names`` stands in the URL that is told."""
    import uvicorn

    from tui.sandbox.app import create_app
    from tui.sandbox.h11_certificate import CertificateProtocol
    from tui.sandbox.own_names import OwnNames

    port = listener.getsockname()[1]
    shown = f"[{names[0]}]" if ":" in names[0] else names[0]
    facts = {
        "url": f"{'https' if tls else 'http'}://{shown}:{port}",
        "client_id": credentials.client_id,
        "client_secret": credentials.client_secret,
    }
    config = uvicorn.Config(
        OwnNames(create_app(settings), names),
        http=CertificateProtocol,
        access_log=False,
        # What strangers send is no news, and a traceback about it no help.
        log_level="critical",
        lifespan="on",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    config.load()
    if tls:
        config.ssl = tls.context
        facts |= {name: str(path) for name, path in tls.files.items()}

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if not self.should_exit:
                sys.stdout.write(json.dumps(facts) + "\n")
                sys.stdout.flush()

    server = Server(config)

    def leave(*_: Any) -> None:
        server.should_exit = True

    # uvicorn raises the signal that ended it once more, which would be the exit code.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, leave)
    try:
        server.run(sockets=[listener])
    finally:
        if tls:
            tls.clear()
    return 0 if server.started else 1


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1
