"""Everything that can happen to a request between this program and a server."""

from __future__ import annotations

import errno
import gzip
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Literal

import httpx

from tests.matrix.clock import time_is_up
from tui.api.transport import MAX_BODY

ELSEWHERE = "https://elsewhere.example"

PAGE = "<!DOCTYPE html><html><head><title>Sorry</title></head><body><h1>Oops</h1></body></html>"

BOMB = gzip.compress(bytes(60_000_000), 9)

NESTED = gzip.compress(BOMB, 9)

Ending = Callable[[httpx.Request, httpx.Response | None], httpx.Response]
"""What the caller gets, instead of the answer if there was one; may raise httpx's errors."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One kind of bad weather.

    Attributes:
        when: ``before`` keeps the request from the server, ``after`` lets the server do it.
        ending: what the caller gets.
        words: these are in the sentence that tells of it.
        lies: it says in good form what is not so, and cannot but be believed.
    """

    when: Literal["before", "after"]
    ending: Ending
    words: str = ""
    lies: bool = False


class Stream(httpx.AsyncByteStream):
    """A body in pieces, and how it ends."""

    def __init__(self, pieces: Callable[[], AsyncIterator[bytes]]) -> None:
        self._pieces = pieces

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._pieces()


@dataclass
class Weather(httpx.AsyncBaseTransport):
    """Hands requests to ``inner`` until the one at which the weather changes.

    Attributes:
        inner: the way to the server.
        failure: what happens then; None: nothing.
        at: number of the first request that it happens to, from 0.
        times: to how many in a row.
        sent: the requests that came here.
        arrived: method, path and body of the writes that the server got; tokens left out.
    """

    inner: httpx.AsyncBaseTransport
    failure: Failure | None = None
    at: int = 0
    times: int = 1
    sent: list[httpx.Request] = field(default_factory=list)
    arrived: list[tuple[str, str, bytes]] = field(default_factory=list)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        number = len(self.sent)
        self.sent.append(request)
        if self.failure is None or not self.at <= number < self.at + self.times:
            return await self._serve(request)
        if self.failure.when == "before":
            return self.failure.ending(request, None)
        answer = await self._serve(request)
        await answer.aread()
        return self.failure.ending(request, answer)

    def calm_down(self) -> None:
        """Good weather from now on; what came so far is forgotten."""
        self.failure = None
        self.sent.clear()

    async def _serve(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        is_token_call = "restv1" in path and not path.endswith("/register")
        if request.method not in {"GET", "HEAD"} and not is_token_call:
            self.arrived.append((request.method, request.url.path, request.content))
        return await self.inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self.inner.aclose()


def raising(kind: type[httpx.TransportError], cause: BaseException | None = None) -> Ending:
    """The request ends in this error of httpx."""

    def ending(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
        raise kind("as if", request=request) from cause

    return ending


def answering(
    status: int, body: str = "", kind: str = "application/json", **headers: str
) -> Ending:
    """An answer instead of the server's own."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request, answer: httpx.Response(
        status, text=body, headers={"content-type": kind, **named}, request=request
    )


def cut(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """The first half of the server's answer, as if it were all."""
    assert answer is not None
    content = answer.content[: len(answer.content) // 2] or b"{"
    return httpx.Response(200, content=content, request=request)


def broken_within(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """Half of the answer, then the connection breaks."""
    assert answer is not None
    half = answer.content[: len(answer.content) // 2]

    async def pieces() -> AsyncIterator[bytes]:
        yield half
        raise httpx.ReadError("as if", request=request)

    return httpx.Response(answer.status_code, stream=Stream(pieces), request=request)


def dripping(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """A byte now and then, never long enough after the last to count as silence."""

    async def pieces() -> AsyncIterator[bytes]:
        yield b"{"
        await time_is_up()

    return httpx.Response(200, stream=Stream(pieces), request=request)


def silent(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """The head of an answer, and then nothing."""

    async def pieces() -> AsyncIterator[bytes]:
        yield b"{"
        raise httpx.ReadTimeout("as if", request=request)

    return httpx.Response(200, stream=Stream(pieces), request=request)


def huge(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """50 MB, of which no more may be taken in than the limit."""

    async def pieces() -> AsyncIterator[bytes]:
        piece = b" " * 1_000_000
        for number in range(50):
            assert number * len(piece) <= MAX_BODY + len(piece), "it went on reading"
            yield piece

    return httpx.Response(200, stream=Stream(pieces), request=request)


def bomb(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """60 MB of zeros in 60 kB."""

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(BOMB), 4096):
            yield BOMB[start : start + 4096]

    headers = {"content-encoding": "gzip"}
    return httpx.Response(200, headers=headers, stream=Stream(pieces), request=request)


def nested(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """60 MB of zeros, packed twice into less than a kilobyte: one piece unpacks to all of it."""

    async def pieces() -> AsyncIterator[bytes]:
        yield NESTED

    headers = {"content-encoding": "gzip, gzip"}
    return httpx.Response(200, headers=headers, stream=Stream(pieces), request=request)


def nothing(request: httpx.Request, answer: httpx.Response | None) -> httpx.Response:
    """200 and no body."""
    return httpx.Response(200, request=request)


REFUSED = ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
NO_ROUTE = OSError(errno.EHOSTUNREACH, "No route to host")
NO_NAME = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
UNTRUSTED = ssl.SSLCertVerificationError(1, "certificate verify failed")
BAD_TLS = ssl.SSLError(1, "[SSL: BAD_RECORD_MAC] decryption failed")
INSUFFICIENT = (
    "oAuth authorization error Insufficient scopes! , Required scope: [a.write], however "
    "token scopes: [b]"
)
API_ERROR = '{"code": "500", "message": "Internal Server error", "description": "Broken"}'
WRONG_CLIENT = '{"inum": 5, "clientName": [], "redirectUris": {}, "attributes": 7}'

FAILURES: dict[str, Failure] = {
    "refused": Failure("before", raising(httpx.ConnectError, REFUSED), "refuses"),
    "no route": Failure("before", raising(httpx.ConnectError, NO_ROUTE), "route"),
    "no such host": Failure("before", raising(httpx.ConnectError, NO_NAME), "resolved"),
    "untrusted": Failure("before", raising(httpx.ConnectError, UNTRUSTED), "trusted"),
    "TLS breaks": Failure("before", raising(httpx.ReadError, BAD_TLS), "safe connection"),
    "TLS breaks after": Failure("after", raising(httpx.ReadError, BAD_TLS), "safe connection"),
    "connect time-out": Failure("before", raising(httpx.ConnectTimeout), "in time"),
    "pool time-out": Failure("before", raising(httpx.PoolTimeout), "in time"),
    "write time-out": Failure("before", raising(httpx.WriteTimeout), "in time"),
    "read time-out": Failure("before", raising(httpx.ReadTimeout), "in time"),
    "read time-out after": Failure("after", raising(httpx.ReadTimeout), "in time"),
    "reset before": Failure("before", raising(httpx.WriteError), "broke off"),
    "reset after": Failure("after", raising(httpx.ReadError), "broke off"),
    "reset within": Failure("after", broken_within, "broke off"),
    "closed": Failure("before", raising(httpx.RemoteProtocolError), "broke off"),
    "proxy refuses": Failure("before", raising(httpx.ProxyError), "proxy"),
    "slow drip": Failure("after", dripping, "in time"),
    "silence": Failure("after", silent, "in time"),
    "401 text": Failure("before", answering(401, "Token is Invalid."), ""),
    "401 JSON": Failure("before", answering(401, '{"code":"401","message":"Unauthorized"}'), ""),
    "401 scopes": Failure("before", answering(401, INSUFFICIENT), ""),
    "403": Failure("before", answering(403, PAGE, "text/html"), ""),
    "404 page": Failure("before", answering(404, PAGE, "text/html"), ""),
    "404": Failure("before", answering(404, '{"code":"404","message":"Not there"}'), "", True),
    "406": Failure("before", answering(406, '{"code":"406","message":"Not so"}'), "406"),
    "409": Failure("before", answering(409, '{"code":"409","message":"Taken"}'), "409"),
    "415": Failure("before", answering(415), "415"),
    "429": Failure("before", answering(429), "too many"),
    "429 and when": Failure("before", answering(429, Retry_After="3"), "too many"),
    "429 much later": Failure("before", answering(429, Retry_After="90000"), "too many"),
    "500": Failure("before", answering(500, API_ERROR), "failed"),
    "500 after": Failure("after", answering(500, API_ERROR), "failed"),
    "502": Failure("before", answering(502, PAGE, "text/html"), "502"),
    "502 after": Failure("after", answering(502, PAGE, "text/html"), "502"),
    "503": Failure("before", answering(503, PAGE, "text/html"), "503"),
    "503 and when": Failure("before", answering(503, PAGE, "text/html", Retry_After="1"), "503"),
    "504 after": Failure("after", answering(504, PAGE, "text/html"), "504"),
    "cut": Failure("after", cut, ""),
    "a page": Failure("before", answering(200, PAGE, "text/html"), ""),
    "no body": Failure("before", nothing, ""),
    "null": Failure("before", answering(200, "null"), ""),
    "a text": Failure("before", answering(200, '"entries"'), ""),
    "a number": Failure("before", answering(200, "5"), ""),
    "a list": Failure("before", answering(200, "[1, [2]]"), ""),
    "no entries": Failure("before", answering(200, '{"start": 0, "totalEntriesCount": 9999}'), ""),
    "odd entries": Failure("before", answering(200, '{"entries": [5, null]}'), ""),
    "odd members": Failure("before", answering(200, WRONG_CLIENT), ""),
    "an empty object": Failure("before", answering(200, "{}"), ""),
    "bad UTF-8": Failure(
        "before", lambda request, _: httpx.Response(200, content=b'{"a": "\xff"}', request=request)
    ),
    "50 MB": Failure("after", huge, "longer"),
    "a gzip bomb": Failure("after", bomb, "longer"),
    "a bomb in a bomb": Failure("after", nested, "unpacked"),
    "no gzip": Failure("after", answering(200, "{}", content_encoding="gzip"), "unpacked"),
    "redirect to itself": Failure(
        "before", answering(302, location="/jans-config-api"), "redirect"
    ),
    "redirect elsewhere": Failure("before", answering(307, location=ELSEWHERE), "redirect"),
    "redirect to nothing": Failure("before", answering(301), "redirect"),
    "redirect to nonsense": Failure("before", answering(302, location="http://[::"), "redirect"),
}
