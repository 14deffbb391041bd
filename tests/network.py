"""The door that keeps tests on this machine."""

import ipaddress
import socket
from typing import Any

import pytest


class LeftThisMachineError(RuntimeError):
    """A test tried to reach another machine. Not an OSError, so that no code can expect it."""


def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make sockets and name look-ups of this process refuse whatever is not loopback.

    Names below ``.invalid`` (RFC 6761 section 6.4) are not found, as a resolver would say,
    without asking one.
    """
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    getaddrinfo = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _check(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _check(self.family, address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if isinstance(name, str) and name.rstrip(".").endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if name is not None and not _is_here(name):
            raise LeftThisMachineError(f"a test looked up {name!r}")
        return getaddrinfo(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)


def _check(family: int, address: Any) -> None:
    if family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise LeftThisMachineError(f"a test connected to {address!r}")


def _is_here(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host in ("", "localhost")
    # 0.0.0.0 and :: are asked for by servers that listen, and connect to this machine.
    return address.is_loopback or address.is_unspecified
