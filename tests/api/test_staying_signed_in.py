"""Ten minutes of work with tokens that live five seconds, by a clock that the test turns."""

import asyncio
from dataclasses import dataclass, field

from tests.api.support import config, granted, is_token_request
from tui.api import http
from tui.api.requester import Requester
from tui.api.tokens import TokenAuth
from tui.api.transport import build_client

LIFE = 5.0


@dataclass
class Server(http.AsyncBaseTransport):
    """Takes a token only as long as it lives; keeps what is written."""

    now: float = 0.0
    issued: list[float] = field(default_factory=list)
    written: list[bytes] = field(default_factory=list)
    refused: int = 0

    async def handle_async_request(self, request: http.Request) -> http.Response:
        if is_token_request(request):
            self.issued.append(self.now)
            await asyncio.sleep(0)
            return granted(len(self.issued), expires_in=LIFE)
        number = int(request.headers["authorization"].rpartition("-")[2])
        if self.now >= self.issued[number - 1] + LIFE:
            self.refused += 1
            return http.Response(401, text="Token is Invalid.")
        self.written.append(request.content)
        return http.Response(200, json={})


async def work(server: Server, skew: float) -> int:
    """Write each second for ten minutes; return how many writes there were."""
    auth = TokenAuth(config(), monotonic=lambda: server.now * skew, wall=lambda: 1_000 + server.now)
    requester = Requester(build_client(config(), auth, server), config())
    number = 0
    for _ in range(600):
        server.now += 1.0
        calls = []
        for _ in range(3):
            calls.append(requester.request("PATCH", "/x", json=[number]))
            number += 1
        await asyncio.gather(*calls)
    return number


async def test_nothing_is_lost_and_nothing_asked() -> None:
    server = Server()
    number = await work(server, skew=1.0)
    assert sorted(server.written) == sorted(f"[{one}]".encode() for one in range(number))
    assert server.refused == 0
    assert 100 <= len(server.issued) <= 151


async def test_nothing_is_lost_when_this_clock_stands_still_too() -> None:
    server = Server()
    number = await work(server, skew=0.0)
    assert sorted(server.written) == sorted(f"[{one}]".encode() for one in range(number))
    assert server.refused > 0
    assert len(server.issued) <= 151
