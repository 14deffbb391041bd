"""The proxy between here and a server, as the environment names it."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.api import http
from tui.api.errors import Unreachable
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.api.http import Proxy


class ProxyAddress(NamedTuple):
    """Where a proxy is; it may hold credentials.

    Attributes:
        url: with the credentials.
        place: host and port, for people.
    """

    url: http.URL
    place: str


class ProxyFailedError(http.ProxyError):
    """The connection failed on the way to the proxy or by its word; nothing was sent.

    Attributes:
        place: of the proxy.
        status: its answer to CONNECT; None without one.
    """

    def __init__(self, place: str, status: int | None) -> None:
        super().__init__("the proxy failed")
        self.place = place
        self.status = status


def proxy_for(url: http.URL) -> ProxyAddress | None:
    """The proxy that the environment names for ``url`` (``https_proxy``, ``no_proxy`` …).

    Raises:
        Unreachable: it names one that cannot be used.
    """
    from urllib.request import getproxies, proxy_bypass

    named = getproxies()
    if proxy_bypass(url.host):
        return None
    text = named.get(url.scheme) or named.get("all")
    return _address(text, url.scheme) if text else None


def _address(text: str, scheme: str) -> ProxyAddress:
    variable = f"{scheme.upper()}_PROXY or ALL_PROXY"
    try:
        # As curl has it, what names no scheme is HTTP.
        url = http.URL(text if "://" in text else f"http://{text}")
        host, port = url.host, url.port
    except (http.InvalidURL, ValueError):
        host = ""
    if not re.fullmatch(r"[\w.:-]+", host):
        raise Unreachable(
            f"The proxy that the environment names ({variable}) has no address that can be read: "
            "it must be http://HOST:PORT. Nothing was sent."
        )
    if url.scheme not in ("http", "https"):
        raise Unreachable(
            f"The proxy that the environment names ({variable}) is of the kind "
            f"{plain(url.scheme, 20)}, and only http and https will do. Nothing was sent."
        )
    usual = 443 if url.scheme == "https" else 80
    shown = f"[{host}]" if ":" in host else host
    return ProxyAddress(url, f"{shown}:{port or usual}")


def as_httpx(address: ProxyAddress | None, trust: Callable[[], ssl.SSLContext]) -> Proxy | None:
    """For the library; ``trust`` makes what a proxy that is spoken to over TLS is verified by."""
    if address is None:
        return None
    context = trust() if address.url.scheme == "https" else None
    return http.Proxy(address.url, ssl_context=context)


def failed(address: ProxyAddress, problem: http.TransportError) -> ProxyFailedError:
    """What became of a connection through the proxy, of which nothing got to the server."""
    status = re.match(r"\d{3}\b", str(problem)) if isinstance(problem, http.ProxyError) else None
    return ProxyFailedError(address.place, int(status[0]) if status else None)


def proxy_sentence(problem: ProxyFailedError, chain: Iterable[BaseException], host: str) -> str:
    """What went wrong with the proxy, and what to do.

    Args:
        problem: the failure.
        chain: it, and what lies behind it.
        host: of the server.
    """
    name = f"The proxy {problem.place}"
    if problem.status == 407:
        return (
            f"{name} wants a name and a password (407). Put them into the variable that names "
            "it: http://NAME:PASSWORD@HOST:PORT."
        )
    if problem.status is not None:
        did = "could not connect" if problem.status >= 500 else "refused to connect"
        return (
            f"{name} {did} there ({problem.status}): to {host}. Ask whoever runs it, or name the "
            "server in NO_PROXY if it can be reached without."
        )
    for cause in chain:
        if isinstance(cause, socket.gaierror):
            return f"The name of the proxy {problem.place} cannot be resolved. {_CHECK}"
        if isinstance(cause, OSError) and cause.errno == errno.ECONNREFUSED:
            return f"{name} refuses connections: nothing listens there. {_CHECK}"
    return f"{name} could not be connected to on the way to {host}. {_CHECK}"


_CHECK = "Check the proxy variables of the environment."
