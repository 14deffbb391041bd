"""Retries, limits and the read-only guard, as a caller sees them."""

import asyncio
import gzip
from collections.abc import AsyncIterator

import pytest

from tests.api.support import BASE, CLIENTS, TOKEN, Server, Waits, answers, config, requester
from tui.api import http, transport
from tui.api.activity import Activity, Phase
from tui.api.errors import (
    ApiError,
    NotConfigApi,
    RateLimited,
    ReadOnly,
    ServerFailed,
    TimedOut,
    TooLarge,
    Unreachable,
)
from tui.api.request import ApiRequest

OK = http.Response(200, json={"inum": "a"})
REFUSED = http.ConnectError("refused")
LATE = http.ReadTimeout("late")
RESET = http.ReadError("reset")
WRITES = ["POST", "PUT", "PATCH", "DELETE"]


@pytest.mark.parametrize("passing", [REFUSED, LATE, RESET, http.RemoteProtocolError("cut")])
async def test_a_read_is_tried_again(passing: Exception) -> None:
    server = Server(answers(passing, passing, OK))
    waits, activities = Waits(), list[Activity]()
    talk = requester(server, waits=waits, activities=activities)
    assert await talk.request("GET", CLIENTS) == {"inum": "a"}
    assert len(server.requests) == 3
    assert waits.seconds == [0.25, 0.5]
    told = [(activity.phase, activity.attempt) for activity in activities]
    assert told == [
        (Phase.SIGNING_IN, 1),
        (Phase.OVER, 1),
        (Phase.RETRYING, 2),
        (Phase.RETRYING, 3),
        (Phase.OVER, 1),
    ]


async def test_a_server_that_is_away_is_told_until_it_answers() -> None:
    activities = list[Activity]()
    away = http.Response(503)
    server = Server(answers(OK, away, away, away, OK))
    talk = requester(server, activities=activities)
    await talk.request("GET", CLIENTS)
    with pytest.raises(ServerFailed):
        await talk.request("GET", CLIENTS)
    lost = activities[-1]
    assert lost.phase is Phase.LOST
    assert (lost.sentence, lost.word) == ("offline: the server answered 503", "offline")
    await talk.request("GET", CLIENTS)
    assert (activities[-1].phase, activities[-1].sentence) == (Phase.OVER, "")


async def test_what_nobody_waits_for_any_more_is_over() -> None:
    activities, waits = list[Activity](), asyncio.Event()

    async def forever(_seconds: float) -> None:
        waits.set()
        await asyncio.Event().wait()

    talk = requester(Server(answers(REFUSED)), waits=forever, activities=activities)
    waiting = asyncio.create_task(talk.request("GET", CLIENTS))
    await waits.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert [told.phase for told in activities][-2:] == [Phase.RETRYING, Phase.OVER]


async def test_a_connection_that_cannot_be_made_is_told() -> None:
    activities = list[Activity]()
    unsafe = http.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    talk = requester(Server(answers(unsafe)), activities=activities)
    with pytest.raises(ApiError):
        await talk.request("GET", CLIENTS)
    assert activities[-1].phase is Phase.LOST


async def test_a_read_is_given_up_after_three_tries() -> None:
    server = Server(answers(REFUSED))
    with pytest.raises(Unreachable):
        await requester(server).request("GET", CLIENTS)
    assert len(server.requests) == 3


@pytest.mark.parametrize("method", WRITES)
@pytest.mark.parametrize("fault", [LATE, RESET, http.WriteError("x"), http.WriteTimeout("x")])
async def test_a_write_whose_fate_is_unknown_is_never_sent_twice(
    method: str, fault: Exception
) -> None:
    server = Server(answers(fault, OK))
    with pytest.raises((TimedOut, Unreachable)) as caught:
        await requester(server).request(method, CLIENTS, json={})
    assert server.methods == [method]
    assert caught.value.may_have_happened
    assert "may have been done" in caught.value.sentence


@pytest.mark.parametrize("method", WRITES)
async def test_a_write_that_never_left_is_sent_again(method: str) -> None:
    server = Server(answers(REFUSED, OK))
    assert await requester(server).request(method, CLIENTS, json={}) == {"inum": "a"}
    assert server.methods == [method, method]


@pytest.mark.parametrize("fault", [REFUSED, http.ConnectTimeout("x"), http.PoolTimeout("x")])
async def test_a_write_that_never_left_has_not_happened(fault: Exception) -> None:
    with pytest.raises((TimedOut, Unreachable)) as caught:
        await requester(Server(answers(fault))).request("POST", CLIENTS, json={})
    assert not caught.value.may_have_happened
    assert "may have been done" not in caught.value.sentence


async def test_a_failed_read_has_not_happened() -> None:
    with pytest.raises(TimedOut) as caught:
        await requester(Server(answers(LATE))).request("GET", CLIENTS)
    assert not caught.value.may_have_happened


async def test_a_write_waits_as_long_as_the_server_asks() -> None:
    busy = http.Response(503, headers={"Retry-After": "4"})
    server, waits, activities = Server(answers(busy, OK)), Waits(), list[Activity]()
    talk = requester(server, waits=waits, activities=activities)
    await talk.request("POST", CLIENTS, json={})
    assert waits.seconds == [4]
    told = next(activity for activity in activities if activity.phase is Phase.RETRYING)
    assert told.sentence == "the server answered 503; retrying in 4 s"
    assert told.word == "retrying in 4 s"
    assert told.url == BASE + CLIENTS


async def test_too_long_a_wait_is_left_to_the_person() -> None:
    server = Server(answers(http.Response(429, headers={"Retry-After": "3600"})))
    with pytest.raises(RateLimited) as caught:
        await requester(server).request("GET", CLIENTS)
    assert caught.value.retry_after == 3600
    assert "3600 s" in caught.value.sentence
    assert len(server.requests) == 1


async def test_a_gateway_that_lost_a_write_leaves_it_in_doubt() -> None:
    server = Server(answers(http.Response(504, html="<h1>Gateway Timeout</h1>")))
    with pytest.raises(ServerFailed) as caught:
        await requester(server).request("POST", CLIENTS, json={})
    assert caught.value.may_have_happened
    assert caught.value.server_words == "Gateway Timeout"
    assert len(server.requests) == 1


@pytest.mark.parametrize("method", WRITES)
async def test_read_only_refuses_writes(method: str) -> None:
    server = Server(answers(OK))
    talk = requester(server, settings=config(read_only=True))
    await talk.request("GET", CLIENTS)
    with pytest.raises(ReadOnly) as caught:
        await talk.request(method, CLIENTS, json={})
    assert server.methods == ["GET"]
    assert not caught.value.may_have_happened


async def test_read_only_lets_a_token_be_fetched() -> None:
    server = Server(answers(OK))
    await requester(server, settings=config(read_only=True)).request("GET", CLIENTS)
    assert len(server.token_requests) == 1


class Endless(http.AsyncByteStream):
    """A body without an end that knows whether it was closed."""

    def __init__(self, chunk: bytes) -> None:
        self.chunk = chunk
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            yield self.chunk

    async def aclose(self) -> None:
        self.closed = True


@pytest.mark.parametrize(
    ("chunk", "headers"),
    [(b"x" * 100_000, {}), (gzip.compress(bytes(1_000_000)), {"Content-Encoding": "gzip"})],
)
async def test_an_endless_answer_is_cut_off(
    chunk: bytes, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "MAX_BODY", 900_000)
    body = Endless(chunk)
    server = Server(lambda _request: http.Response(200, headers=headers, stream=body))
    with pytest.raises(TooLarge):
        await requester(server).request("GET", CLIENTS)
    assert body.closed
    assert len(server.requests) == 1


async def test_a_packed_answer_is_unpacked() -> None:
    packed = http.Response(200, headers={"Content-Encoding": "gzip"}, content=b"")
    packed_body = gzip.compress(b'{"inum": "a"}')
    server = Server(
        lambda _request: http.Response(200, headers=packed.headers, content=packed_body)
    )
    assert await requester(server).request("GET", CLIENTS) == {"inum": "a"}


async def test_a_damaged_packed_answer_is_an_error() -> None:
    def handler(_request: http.Request) -> http.Response:
        return http.Response(200, headers={"Content-Encoding": "gzip"}, stream=Endless(b"junk"))

    with pytest.raises(NotConfigApi):
        await requester(Server(handler)).request("GET", CLIENTS)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(status: int) -> None:
    away = http.Response(status, headers={"Location": "https://evil.example/x?token=1"})
    server = Server(answers(away))
    with pytest.raises(NotConfigApi) as caught:
        await requester(server).request("GET", CLIENTS)
    assert "evil.example" in caught.value.sentence
    assert caught.value.status == status
    assert [request.url.host for request in server.requests] == ["op.example"]


@pytest.mark.parametrize("target", ["", "/login", "http://[broken", "\x1b[31m"])
async def test_an_odd_redirect_is_an_error_too(target: str) -> None:
    away = http.Response(302, headers={"Location": target})
    with pytest.raises(NotConfigApi):
        await requester(Server(answers(away))).request("GET", CLIENTS)


class Silent(http.AsyncBaseTransport):
    """Gives tokens, then never answers."""

    async def handle_async_request(self, request: http.Request) -> http.Response:
        if request.url.path.endswith("/token"):
            return http.Response(200, json={"access_token": TOKEN})
        await asyncio.Event().wait()
        raise AssertionError


async def test_the_whole_call_has_a_time_limit() -> None:
    talk = requester(Silent(), settings=config(total_timeout=0.05))
    with pytest.raises(TimedOut) as caught:
        await talk.request("DELETE", CLIENTS)
    assert caught.value.may_have_happened
    assert caught.value.__context__ is None


async def test_a_write_that_waits_for_its_token_has_not_happened() -> None:
    class NoToken(http.AsyncBaseTransport):
        async def handle_async_request(self, request: http.Request) -> http.Response:
            await asyncio.Event().wait()
            raise AssertionError

    talk = requester(NoToken(), settings=config(total_timeout=0.05))
    with pytest.raises(TimedOut) as caught:
        await talk.request("DELETE", CLIENTS)
    assert not caught.value.may_have_happened


async def test_without_authentication_no_token_is_fetched() -> None:
    server = Server(answers(OK))
    await requester(server).send(ApiRequest("GET", "/x", authenticated=False))
    assert not server.token_requests
    assert "authorization" not in server.requests[0].headers


async def test_requests_say_who_asks_and_within_which_time() -> None:
    server = Server(answers(OK))
    settings = config(user_agent="jans-tui/test", connect_timeout=3.0, read_timeout=7.0)
    await requester(server, settings=settings).request("GET", CLIENTS)
    for request in (*server.requests, *server.token_requests):
        assert request.headers["user-agent"] == "jans-tui/test"
        assert request.headers["accept"] == "application/json"
        assert request.extensions["timeout"]["connect"] == 3.0
        assert request.extensions["timeout"]["read"] == 7.0
