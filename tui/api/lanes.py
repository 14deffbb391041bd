"""Several connections to one server, each with a pool to itself.

A pool of httpx looks at each of its connections several times for each request. With sixteen in
use that takes longer than all the rest of a request; with one it is next to nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Callable

from tui.api import http


class Lanes(http.AsyncBaseTransport):
    """Hands each request to a transport that has nothing else to do.

    Args:
        make: makes a transport that keeps one connection.
        most: how many requests may be under way; more of them wait.
    """

    def __init__(self, make: Callable[[], http.AsyncBaseTransport], most: int) -> None:
        self._make = make
        self._gate = asyncio.Semaphore(most)
        self._all: list[http.AsyncBaseTransport] = []
        self._free: list[http.AsyncBaseTransport] = []

    async def handle_async_request(self, request: http.Request) -> http.Response:
        """The answer; its lane is free again when the answer is closed."""
        await self._gate.acquire()
        try:
            lane = self._free.pop() if self._free else self._new()
        except BaseException:
            self._gate.release()
            raise
        try:
            answer = await lane.handle_async_request(request)
        except BaseException:
            self._give_back(lane)
            raise
        assert isinstance(answer.stream, http.AsyncByteStream)
        answer.stream = _Stream(answer.stream, lambda: self._give_back(lane))
        return answer

    async def aclose(self) -> None:
        """Close all connections."""
        for lane in self._all:
            await lane.aclose()

    def _new(self) -> http.AsyncBaseTransport:
        lane = self._make()
        self._all.append(lane)
        return lane

    def _give_back(self, lane: http.AsyncBaseTransport) -> None:
        # The one used last is used first: its connection is the least likely to be closed.
        self._free.append(lane)
        self._gate.release()


class _Stream(http.AsyncByteStream):
    """A body that says once when it is closed."""

    def __init__(self, inner: http.AsyncByteStream, closed: Callable[[], None]) -> None:
        self._inner = inner
        self._closed: Callable[[], None] | None = closed

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        closed, self._closed = self._closed, None
        try:
            await self._inner.aclose()
        finally:
            if closed is not None:
                closed()
