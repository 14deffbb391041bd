"""Getting, keeping and renewing access tokens."""

import asyncio
import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import pytest

from tests.api.support import SECRET, config, granted, is_token_request
from tui.api import http
from tui.api.config import CLIENT_SCOPES
from tui.api.errors import (
    ApiError,
    InsufficientScope,
    NotConfigApi,
    RateLimited,
    ServerFailed,
    Unauthorised,
)
from tui.api.requester import Requester
from tui.api.sign_in.authentication import basic_credentials
from tui.api.token_store import MemoryTokenStore, StoredToken, TokenStore
from tui.api.tokens import TokenAuth
from tui.api.transport import build_client
from tui.models.json import Json

LACKING = "Insufficient scopes! , Required scope: [a], however token scopes: [b]"


@dataclass
class Clock:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Issuer(http.AsyncBaseTransport):
    """Issues tokens as ``issue`` says, and accepts those that ``accepted`` does."""

    issue: Callable[[int], http.Response] = granted
    accepted: Callable[[str], http.Response] = lambda _token: http.Response(200, json={})
    issued: list[http.Request] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event | None = None

    async def handle_async_request(self, request: http.Request) -> http.Response:
        if is_token_request(request):
            self.issued.append(request)
            self.asked.set()
            if self.gate is not None:
                await self.gate.wait()
            return self.issue(len(self.issued))
        if request.url.path == "/.well-known/openid-configuration":
            return http.Response(404)
        await asyncio.sleep(0)
        token = request.headers["authorization"].removeprefix("Bearer access-token-")
        self.used.append(token)
        return self.accepted(token)


@dataclass
class Caller:
    """A requester with its authentication and its clocks at hand."""

    issuer: Issuer
    store: TokenStore = field(default_factory=MemoryTokenStore)
    monotonic: Clock = field(default_factory=Clock)
    wall: Clock = field(default_factory=lambda: Clock(1_700_000_000.0))

    def __post_init__(self) -> None:
        self.auth = TokenAuth(config(), self.store, monotonic=self.monotonic, wall=self.wall)
        self.requester = Requester(build_client(config(), self.auth, self.issuer), config())

    async def get(self) -> Json:
        return await self.requester.request("GET", "/x")


def test_basic_credentials_are_form_encoded_first() -> None:
    scheme, _, value = basic_credentials("a:b c", "p+ss%ü").partition(" ")
    assert scheme == "Basic"
    assert base64.b64decode(value) == b"a%3Ab+c:p%2Bss%25%C3%BC"


async def test_the_token_request() -> None:
    caller = Caller(Issuer())
    await caller.get()
    request = caller.issuer.issued[0]
    assert (request.method, str(request.url)) == (
        "POST",
        "https://op.example/jans-auth/restv1/token",
    )
    assert request.headers["authorization"] == basic_credentials("1800.me", SECRET)
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qs(request.content.decode()) == {
        "grant_type": ["client_credentials"],
        "scope": [" ".join(CLIENT_SCOPES)],
    }


async def test_a_token_is_used_until_shortly_before_it_expires() -> None:
    caller = Caller(Issuer())
    await caller.get()
    caller.monotonic.now += 269.9
    await caller.get()
    assert caller.issuer.used == ["0001", "0001"]
    caller.monotonic.now += 0.1
    await caller.get()
    assert caller.issuer.used[-1] == "0002"


async def test_a_short_life_has_a_short_margin() -> None:
    caller = Caller(Issuer(lambda number: granted(number, expires_in=10)))
    await caller.get()
    caller.monotonic.now += 8.9
    await caller.get()
    assert len(caller.issuer.issued) == 1
    caller.monotonic.now += 0.1
    await caller.get()
    assert len(caller.issuer.issued) == 2


@pytest.mark.parametrize(
    ("expires_in", "life"),
    [
        (None, 300),
        ("600", 600),
        (600.5, 600.5),
        ("soon", 300),
        (-1, 300),
        (True, 300),
        ([], 300),
        ("nan", 300),
        ("inf", 300),
        (10**400, 300),
        (1e300, 365 * 86_400),
    ],
)
async def test_an_odd_expiry_is_put_up_with(expires_in: Json, life: float) -> None:
    caller = Caller(Issuer(lambda number: granted(number, expires_in=expires_in)))
    await caller.get()
    caller.monotonic.now += life - 30.1
    await caller.get()
    assert len(caller.issuer.issued) == 1
    caller.monotonic.now += 0.2
    await caller.get()
    assert len(caller.issuer.issued) == 2


@pytest.mark.parametrize("expires_in", [0, "0"])
async def test_a_token_without_a_life_is_used_once(expires_in: Json) -> None:
    caller = Caller(Issuer(lambda number: granted(number, expires_in=expires_in)))
    await caller.get()
    await caller.get()
    assert caller.issuer.used == ["0001", "0002"]


@pytest.mark.parametrize("token_type", [None, "bearer", "BEARER", 7])
async def test_the_token_type_is_not_looked_at(token_type: Json) -> None:
    caller = Caller(Issuer(lambda number: granted(number, token_type=token_type)))
    await caller.get()
    assert caller.issuer.used == ["0001"]


@pytest.mark.parametrize(
    ("scope", "held"),
    [("a  b", ("a", "b")), ("", ()), (None, CLIENT_SCOPES), (["a"], CLIENT_SCOPES)],
)
async def test_the_scopes_granted_are_known(scope: Json, held: tuple[str, ...]) -> None:
    caller = Caller(Issuer(lambda number: granted(number, scope=scope)))
    assert caller.auth.granted_scopes is None
    await caller.get()
    assert caller.auth.granted_scopes == held


async def test_requests_at_the_same_time_share_one_fetch() -> None:
    caller = Caller(Issuer(gate=asyncio.Event()))
    assert caller.issuer.gate is not None
    calls = [asyncio.create_task(caller.get()) for _ in range(20)]
    await caller.issuer.asked.wait()
    caller.issuer.gate.set()
    await asyncio.gather(*calls)
    assert len(caller.issuer.issued) == 1
    assert caller.issuer.used == ["0001"] * 20


async def test_a_fetch_that_is_given_up_lets_the_next_one_try() -> None:
    caller = Caller(Issuer(gate=asyncio.Event()))
    assert caller.issuer.gate is not None
    first = asyncio.create_task(caller.get())
    await caller.issuer.asked.wait()
    second = asyncio.create_task(caller.get())
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    caller.issuer.gate.set()
    assert await second == {}


def refuse(*tokens: str, text: str = "Token is Invalid.") -> Callable[[str], http.Response]:
    """Answer 401 to these tokens."""
    return lambda token: (
        http.Response(401, text=text) if token in tokens else http.Response(200, json={})
    )


async def test_a_refused_token_is_renewed_once() -> None:
    caller = Caller(Issuer(accepted=refuse("0001")))
    assert await caller.get() == {}
    assert caller.issuer.used == ["0001", "0002"]


async def test_a_token_that_stays_refused_is_an_error() -> None:
    caller = Caller(Issuer(accepted=refuse("0001", "0002", "0003")))
    with pytest.raises(Unauthorised) as caught:
        await caller.get()
    assert caught.value.server_words == "Token is Invalid."
    assert caller.issuer.used == ["0001", "0002"]


async def test_lacking_scopes_are_no_reason_to_renew() -> None:
    caller = Caller(Issuer(accepted=refuse("0001", text=LACKING)))
    with pytest.raises(InsufficientScope) as caught:
        await caller.get()
    assert (caught.value.required, caught.value.held) == (("a",), ("b",))
    assert len(caller.issuer.issued) == 1


async def test_requests_refused_at_the_same_time_share_one_renewal() -> None:
    caller = Caller(Issuer(accepted=refuse("0001")))
    await asyncio.gather(*(caller.get() for _ in range(10)))
    assert len(caller.issuer.issued) == 2
    assert caller.issuer.used.count("0002") == 10


async def test_a_refused_write_is_sent_again_with_the_new_token() -> None:
    caller = Caller(Issuer(accepted=refuse("0001")))
    await caller.requester.request("POST", "/x", json={"a": 1})
    assert caller.issuer.used == ["0001", "0002"]


@pytest.mark.parametrize(
    ("response", "kind", "says"),
    [
        (http.Response(401, json={"error": "invalid_client"}), Unauthorised, "ID and secret"),
        (http.Response(400, json={"error": "unauthorized_client"}), Unauthorised, "grant"),
        (http.Response(400, json={"error": "invalid_scope"}), Unauthorised, "scopes"),
        (http.Response(403, json={"error": "disabled_client"}), Unauthorised, "disabled"),
        (http.Response(400, json={"error": "odd"}), Unauthorised, "no token"),
        (http.Response(400, json={"error": ["odd"]}), Unauthorised, "no token"),
        (http.Response(401, text="no"), Unauthorised, "no token"),
        (http.Response(404, html="<html>x</html>"), NotConfigApi, "no Config API at"),
        (http.Response(302, headers={"Location": "https://evil.example/"}), NotConfigApi, "evil"),
        (http.Response(429, headers={"Retry-After": "99"}), RateLimited, "99 s"),
        (http.Response(500), ServerFailed, "500"),
        (http.Response(200, html="<html>x</html>"), NotConfigApi, "access token"),
        (http.Response(200, json=[]), NotConfigApi, "access token"),
        (http.Response(200, json={"access_token": ""}), NotConfigApi, "access token"),
        (http.Response(200, json={"access_token": 7}), NotConfigApi, "access token"),
        (http.Response(200, json={"access_token": "a\r\nX: y"}), NotConfigApi, "access token"),
        (http.Response(200, json={"access_token": "tökên"}), NotConfigApi, "access token"),
    ],
)
async def test_a_refusal_of_the_token_endpoint_is_told(
    response: http.Response, kind: type[ApiError], says: str
) -> None:
    caller = Caller(Issuer(lambda _number: response))
    with pytest.raises(kind) as caught:
        await caller.get()
    assert type(caught.value) is kind
    assert says in caught.value.sentence
    assert caught.value.url.endswith("/token")
    assert not caller.issuer.used


async def test_a_kept_token_is_used_and_a_new_one_is_kept() -> None:
    store = MemoryTokenStore()
    first = Caller(Issuer(), store)
    await first.get()
    kept = store.load()
    assert kept is not None
    assert kept.expires_at == 1_700_000_300.0
    later = Caller(Issuer(), store)
    later.wall.now += 200
    await later.get()
    assert not later.issuer.issued
    assert later.issuer.used == ["0001"]
    later.monotonic.now += 90
    await later.get()
    assert len(later.issuer.issued) == 1


@pytest.mark.parametrize("expires_at", [0.0, 1_700_000_000.0, -1e300])
async def test_a_kept_token_that_has_expired_is_not_used(expires_at: float) -> None:
    store = MemoryTokenStore()
    store.save(StoredToken("access-token-0000", ("a",), expires_at))
    caller = Caller(Issuer(), store)
    await caller.get()
    assert caller.issuer.used == ["0001"]


async def test_a_kept_token_that_is_refused_is_replaced() -> None:
    store = MemoryTokenStore()
    store.save(StoredToken("access-token-0000", ("a",), 1_700_000_200.0))
    caller = Caller(Issuer(accepted=refuse("0000")), store)
    await caller.get()
    assert caller.issuer.used == ["0000", "0001"]
    kept = store.load()
    assert kept is not None
    assert kept.value == "access-token-0001"


async def test_a_kept_token_goes_when_no_new_one_is_to_be_had() -> None:
    store = MemoryTokenStore()
    store.save(StoredToken("access-token-0000", ("a",), 1_700_000_200.0))
    issuer = Issuer(lambda _number: http.Response(401, json={"error": "invalid_client"}))
    issuer.accepted = refuse("0000")
    with pytest.raises(Unauthorised):
        await Caller(issuer, store).get()
    assert store.load() is None
