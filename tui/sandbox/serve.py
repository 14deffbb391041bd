"""A sandbox as a server of its own, on a TCP port, with or without TLS."""

from __future__ import annotations

import json
import signal
import socket
import ssl
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.sandbox.credentials import Credentials, load_or_create
from tui.sandbox.settings import SandboxSettings

if TYPE_CHECKING:
    from starlette.applications import Starlette

_WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - recognised, not bound


def serve(settings: SandboxSettings, host: str, port: int, tls: bool) -> int:
    """Serve until SIGINT or SIGTERM; return the exit code: 0, or 1 after saying why.

    Port 0 takes a free one. With ``tls`` a certificate authority is made for this run; its
    certificate is in the data folder while the server runs. When connections are accepted,
    one line of JSON goes to the standard output: ``url``, ``client_id``, ``client_secret``,
    and with TLS ``ca_cert``, the certificate's path. To be called from the main thread.
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
    from tui.sandbox.app import create_app

    try:
        credentials = load_or_create(settings)
        listener = _listen(host, port)
    except (OSError, ValueError) as error:
        return _refuse(f"The server cannot start: {error}")
    with listener:
        return _run(create_app(settings), listener, host, tls, settings.data_folder, credentials)


def _listen(host: str, port: int) -> socket.socket:
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    return socket.create_server((str(address[0]), port), family=family)


def _run(
    app: Starlette,
    listener: socket.socket,
    host: str,
    tls: bool,
    folder: Path,
    credentials: Credentials,
) -> int:
    import uvicorn

    port = listener.getsockname()[1]
    name = _WILDCARDS.get(host, host)
    shown = f"[{name}]" if ":" in name else name
    facts = {
        "url": f"{'https' if tls else 'http'}://{shown}:{port}",
        "client_id": credentials.client_id,
        "client_secret": credentials.client_secret,
    }
    config = uvicorn.Config(
        app,
        access_log=False,
        # What strangers send is no news, and a traceback about it no help.
        log_level="critical",
        lifespan="on",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    config.load()
    authority = folder / f"ca-cert-{port}.pem"
    if tls:
        config.ssl = _certificate(name, authority)
        facts["ca_cert"] = str(authority)

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
        authority.unlink(missing_ok=True)
    return 0 if server.started else 1


def _certificate(name: str, authority: Path) -> ssl.SSLContext:
    """A server context for ``name`` and this machine; the CA's certificate in ``authority``."""
    import trustme

    from tui.atomic import write_private

    made = trustme.CA(organization_name="jans-tui sandbox")
    write_private(authority, made.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.issue_cert(*dict.fromkeys(("localhost", "127.0.0.1", "::1", name))).configure_cert(context)
    return context


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1
