import asyncio
import os
import socket
from pathlib import Path

import pytest

from tests.network import LeftThisMachineError


def test_the_person_s_own_settings_are_out_of_sight(own_folders: Path) -> None:
    assert os.environ["JANS_TUI_HOME"].startswith(str(own_folders))
    assert Path.home() == own_folders
    names = set(os.environ)
    assert not names & {"NO_COLOR", "SSL_CERT_FILE", "HTTPS_PROXY", "https_proxy", "EDITOR"}
    assert not {name for name in names if name.startswith("XDG_")}


# 192.0.2.0/24 and 2001:db8::/32 are for documentation (RFC 5737, 3849): nobody is there.
@pytest.mark.parametrize("address", ["192.0.2.1", "server.example", "169.254.169.254"])
def test_a_connection_to_another_machine_fails_the_test(address: str) -> None:
    with socket.socket() as connection:
        with pytest.raises(LeftThisMachineError):
            connection.connect((address, 443))
        with pytest.raises(LeftThisMachineError):
            connection.connect_ex((address, 443))


def test_the_door_holds_for_ipv6_and_for_asyncio() -> None:
    with socket.socket(socket.AF_INET6) as connection, pytest.raises(LeftThisMachineError):
        connection.connect(("2001:db8::1", 443))
    with pytest.raises(LeftThisMachineError):
        asyncio.run(_open("server.example"))
    with pytest.raises(LeftThisMachineError):
        asyncio.run(_open("192.0.2.1"))


async def _open(host: str) -> None:
    await asyncio.open_connection(host, 443)


def test_this_machine_is_reachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        socket.create_connection(("localhost", port)).close()
        asyncio.run(_close_at_once(port))


async def _close_at_once(port: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()


def test_a_name_that_cannot_exist_is_not_found() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("server.invalid", 443)
