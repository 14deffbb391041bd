"""Documents that the server fetches from elsewhere, at the word of strangers.

So it asks public addresses only, as a server does that is not to be used against the network
that it stands in, unless a host is trusted by name.
"""

import http.client
import ipaddress
import json
import socket
import ssl
from collections.abc import Collection
from typing import cast
from urllib.parse import urlsplit

from tui.models.json import Json

_SECONDS = 5.0
_LARGEST = 64 * 1024
"""Bytes of a document that are read."""


def json_array(uri: str, trusted: Collection[str]) -> list[Json] | None:
    """The JSON array at an https URI; None if there is none to be had. Blocks for seconds.

    Redirections are not followed. ``trusted`` are hosts whose address may be private.
    """
    try:
        parts = urlsplit(uri)
        if parts.scheme != "https" or not parts.hostname:
            return None
        host, port = parts.hostname, parts.port or 443
        address = _address(host, port, host in trusted)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        value = json.loads(_read(host, port, address, path))
    except (OSError, ValueError, RecursionError, http.client.HTTPException):
        return None
    return cast("list[Json]", value) if isinstance(value, list) else None


def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet at large."""
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_global and not (mapped or found).is_multicast


def _address(host: str, port: int, trusted: bool) -> str:
    """The address to connect to; looked up once, so that what was judged is what is asked.

    Raises:
        OSError: there is none, or it is not public.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, address in found:
        text = str(address[0])
        if trusted or is_public(text):
            return text
    raise OSError("The host has no public address.")


def _read(host: str, port: int, address: str, path: str) -> bytes:
    context = ssl.create_default_context()
    connection = http.client.HTTPSConnection(host, port, timeout=_SECONDS, context=context)
    connection.sock = context.wrap_socket(
        socket.create_connection((address, port), _SECONDS), server_hostname=host
    )
    try:
        connection.request("GET", path, headers={"Accept": "application/json"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise OSError("The document is not there.")
        return answer.read(_LARGEST)
    finally:
        connection.close()
