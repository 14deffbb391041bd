"""Connections that are shared out one by one."""

import asyncio

import httpx
import pytest

from tests.api.local_server import serving
from tests.api.support import config
from tui.api.config_api import ConfigApi
from tui.api.lanes import Lanes
from tui.api.network import MOST
from tui.api.request import ApiRequest

GET = ApiRequest("GET", "/x", authenticated=False)


class Lane(httpx.AsyncBaseTransport):
    """Answers when it is let to."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.busy = 0
        self.closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert not self.busy
        self.busy += 1
        try:
            await self.go.wait()
        finally:
            self.busy -= 1
        if request.url.path == "/broken":
            raise httpx.ReadError("broken")
        return httpx.Response(200, stream=httpx.ByteStream(b"body"))

    async def aclose(self) -> None:
        self.closed = True


class Road:
    """Lanes, and what asks on them."""

    def __init__(self, most: int) -> None:
        self.made: list[Lane] = []
        self.lanes = Lanes(self._make, most)

    def _make(self) -> Lane:
        self.made.append(Lane())
        return self.made[-1]

    async def ask(self, path: str = "/") -> bytes:
        answer = await self.lanes.handle_async_request(httpx.Request("GET", f"http://a{path}"))
        try:
            return await answer.aread()
        finally:
            await answer.aclose()
            await answer.aclose()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_lane_that_is_free_is_used_again() -> None:
    road = Road(2)
    for _ in range(3):
        asked = asyncio.create_task(road.ask())
        await settle()
        road.made[-1].go.set()
        assert await asked == b"body"
    assert len(road.made) == 1


async def test_no_more_are_under_way_than_may_be() -> None:
    road = Road(2)
    asked = [asyncio.create_task(road.ask()) for _ in range(5)]
    await settle()
    assert len(road.made) == sum(lane.busy for lane in road.made) == 2
    for lane in road.made:
        lane.go.set()
    assert await asyncio.gather(*asked) == [b"body"] * 5
    assert len(road.made) == 2
    await road.lanes.aclose()
    assert all(lane.closed for lane in road.made)


async def test_what_fails_or_is_given_up_leaves_its_lane_free() -> None:
    road = Road(1)
    given_up = asyncio.create_task(road.ask())
    waiting = asyncio.create_task(road.ask())
    await settle()
    given_up.cancel()
    waiting.cancel()
    await asyncio.wait([given_up, waiting])
    road.made[0].go.set()
    with pytest.raises(httpx.ReadError):
        await road.ask("/broken")
    assert await road.ask() == b"body"
    assert len(road.made) == 1


async def test_the_server_sees_as_many_connections_as_requests_at_a_time() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            await writer.drain()

    async with (
        serving(answer) as (port, connections),
        ConfigApi(config(base_url=f"http://127.0.0.1:{port}")) as api,
    ):
        for _ in range(3):
            await api.send(GET)
        assert len(connections) == 1
        answers = await asyncio.gather(*(api.send(GET) for _ in range(3 * MOST)))
        assert answers == [{}] * (3 * MOST)
        assert len(connections) <= MOST
