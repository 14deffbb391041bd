"""An HTTP proxy on this machine, which tunnels by CONNECT (RFC 9110 section 9.3.6)."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Tunnel:
    """A proxy that is running.

    Attributes:
        port: where it listens.
        credentials: ``name:password`` that it wants to see; "" for none.
        refuses: the status with which it answers every CONNECT; "" when it lets through.
        asked: the authorities (``host:port``) that it was to connect to.
    """

    port: int = 0
    credentials: str = ""
    refuses: str = ""
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """For ``HTTPS_PROXY``, with the credentials if it wants any."""
        own = f"{self.credentials}@" if self.credentials else ""
        return f"http://{own}127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, to its end."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, authority, _ = head.split(" ", 2)
        assert method == "CONNECT"
        self.asked.append(authority)
        status = self._status(head)
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())
        if not status.startswith("200"):
            return
        host, _, port = authority.rpartition(":")
        there = await asyncio.open_connection(host, int(port))
        await asyncio.gather(_pump(reader, there[1]), _pump(there[0], writer))

    def _status(self, head: str) -> str:
        if self.refuses:
            return self.refuses
        wanted = base64.b64encode(self.credentials.encode()).decode()
        if self.credentials and f"proxy-authorization: basic {wanted}".lower() not in head.lower():
            return "407 Proxy Authentication Required"
        return "200 Connection established"


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError, asyncio.CancelledError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def tunnelling(credentials: str = "", refuses: str = "") -> AsyncIterator[Tunnel]:
    """A proxy on a free port."""
    tunnel = Tunnel(credentials=credentials, refuses=refuses)
    tasks: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await tunnel.serve(reader, writer)
        finally:
            writer.close()
            tasks.discard(task)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    tunnel.port = server.sockets[0].getsockname()[1]
    try:
        yield tunnel
    finally:
        server.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()
