"""Keeps out who calls a served sandbox by a name that is not this machine's.

A site may let its own name stand for 127.0.0.1 once its page is open in somebody's browser (DNS
rebinding): the page may then read what the sandbox answers. The browser still sends that name.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from tui.models.plain import plain

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_LOCAL = ("localhost", "127.0.0.1", "::1")


class OwnNames:
    """Answers 421 (RFC 9110 section 15.5.20) unless ``Host`` is this machine.

    That is ``localhost`` and what ends in it (RFC 6761 section 6.3), the address that was
    called, and ``names``.
    """

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        self._app = app
        self._names = frozenset(name.lower().rstrip(".") for name in (*_LOCAL, *names))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        app = self._app
        if scope["type"] == "http":
            host = Headers(scope=scope).get("host")
            called = scope.get("server") or ("", None)
            # Who sends none is no browser, and is answered as the address that was called.
            if host and not self._is_own(_name(host), str(called[0])):
                app = PlainTextResponse(_sentence(host), 421)
        await app(scope, receive, send)

    def _is_own(self, name: str, called: str) -> bool:
        return name in self._names or name.endswith(".localhost") or _is_same_address(name, called)


def _name(host: str) -> str:
    """The host of ``Host``, without the port and the brackets of an address."""
    if host.startswith("["):
        name, end, _ = host[1:].partition("]")
        return name.lower() if end else ""
    return host.partition(":")[0].lower().rstrip(".")


def _is_same_address(name: str, called: str) -> bool:
    try:
        return ipaddress.ip_address(name) == ipaddress.ip_address(called)
    except ValueError:
        return False


def _sentence(host: str) -> str:
    shown = plain(_name(host) or host, 100)
    return (
        f"The sandbox does not answer to “{shown}”, which is no name of this machine. Call it by "
        f"localhost or its address, or start it with --name {shown}.\n"
    )
