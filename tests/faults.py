"""A transport that fails on purpose, at the request that a test names."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import httpx

Ending = Callable[[httpx.Request], httpx.Response]
"""How a request ends: with an answer, or by raising one of httpx's errors."""


def broken(request: httpx.Request) -> httpx.Response:
    """The connection breaks while the answer is waited for."""
    raise httpx.ReadError("the connection broke", request=request)


def timed_out(request: httpx.Request) -> httpx.Response:
    """No answer comes in time."""
    raise httpx.ReadTimeout("no answer", request=request)


def answering(status: int, text: str = "", media_type: str = "application/json") -> Ending:
    """An answer that the server itself would not give."""
    return lambda request: httpx.Response(
        status, text=text, headers={"Content-Type": media_type}, request=request
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong.

    Attributes:
        method: HTTP method of the requests that it is about.
        path: regular expression that is looked for in their path.
        when: ``before`` keeps the request from the server; ``after`` lets the server do it
            and loses the answer.
        ending: what the caller gets instead of the answer.
        nth: the first of these requests that it strikes, from 1.
        times: how many it strikes from there on.
    """

    method: str
    path: str
    when: Literal["before", "after"]
    ending: Ending = field(default=broken, repr=False)
    nth: int = 1
    times: int = 1

    def is_about(self, request: httpx.Request) -> bool:
        """Whether ``request`` is counted."""
        return request.method == self.method and bool(re.search(self.path, request.url.path))


@dataclass
class FaultyTransport(httpx.AsyncBaseTransport):
    """Hands requests to ``inner``, but for those that a fault strikes.

    Attributes:
        inner: the way to the server.
        faults: what goes wrong; the first that strikes a request counts. May be changed.
        sent: method and path of each request that came here, retries and token requests too.
    """

    inner: httpx.AsyncBaseTransport
    faults: Sequence[Fault] = ()
    sent: list[tuple[str, str]] = field(default_factory=list)
    _gates: dict[str, asyncio.Event] = field(default_factory=dict)
    _counts: dict[Fault, int] = field(default_factory=dict)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The server's answer, or what a fault makes of it."""
        self.sent.append((request.method, request.url.path))
        if request.method in self._gates:
            await self._gates[request.method].wait()
        striking = [fault for fault in self.faults if self._strikes(fault, request)]
        if not striking:
            return await self.inner.handle_async_request(request)
        fault = striking[0]
        if fault.when == "after":
            answer = await self.inner.handle_async_request(request)
            await answer.aclose()
        return fault.ending(request)

    async def aclose(self) -> None:
        """Close the way to the server."""
        await self.inner.aclose()

    def hold(self, method: str) -> asyncio.Event:
        """Let requests with this method wait until the event is set that is returned."""
        return self._gates.setdefault(method, asyncio.Event())

    def count(self, method: str, path: str = "") -> int:
        """How many requests with this method came whose path has ``path`` in it."""
        return sum(sent == method and path in where for sent, where in self.sent)

    def _strikes(self, fault: Fault, request: httpx.Request) -> bool:
        if not fault.is_about(request):
            return False
        count = self._counts[fault] = self._counts.get(fault, 0) + 1
        return fault.nth <= count < fault.nth + fault.times
