"""Between httpx and the network: read-only, bounded answers, retries."""

import asyncio
import random as _random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from tui.api import http, retry
from tui.api.activity import Activity, OnActivity, Phase
from tui.api.config import ApiConfig
from tui.api.errors import Exchange, ReadOnly, TooLarge
from tui.api.network import NetworkTransport
from tui.api.network_failures import fault_of
from tui.api.request import READS
from tui.api.response_failures import from_response
from tui.api.sign_in.authentication import is_oauth
from tui.api.tokens import TokenAuth
from tui.api.words import url_of

MAX_BODY = 20_000_000
"""Bytes of an answer, unpacked, that are taken in."""

IN_FLIGHT = "jans_tui.in_flight"
"""Extension of a request: True while it is out and its fate is not known."""


class GuardedTransport(http.AsyncBaseTransport):
    """Wraps any transport; answers come out of it read to their end."""

    def __init__(
        self,
        inner: http.AsyncBaseTransport,
        config: ApiConfig,
        *,
        on_activity: OnActivity | None = None,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        random: Callable[[], float] = _random.random,
    ) -> None:
        self._inner = inner
        self._config = config
        self._on_activity = on_activity
        self._sleep = sleep
        self._random = random
        self._told = Phase.OVER

    async def handle_async_request(self, request: http.Request) -> http.Response:
        """The answer to ``request``, after as many tries as ``retry.decide`` grants.

        Raises:
            ReadOnly: a write on a read-only connection.
            NotConfigApi: the server redirects.
            TooLarge: the body exceeds ``MAX_BODY``.
            http.TransportError: of the last try.
        """
        self._refuse_write(request)
        if request.method == "POST" and str(request.url) == self._config.token_endpoint:
            self._tell(request, Phase.SIGNING_IN)
        try:
            return await self._tried(request)
        except http.TransportError:
            raise
        except BaseException:
            self._tell(request, Phase.OVER)
            raise

    async def aclose(self) -> None:
        """Close the wrapped transport."""
        await self._inner.aclose()

    async def _tried(self, request: http.Request) -> http.Response:
        attempt = 1
        while True:
            answer = await self._try(request)
            outcome = _outcome(answer)
            delay = retry.decide(request.method, attempt, outcome, random=self._random)
            if delay is None:
                is_lost = (
                    isinstance(answer, http.TransportError) or answer.status_code in retry.AWAY
                )
                self._tell(request, Phase.LOST if is_lost else Phase.OVER, outcome)
                if isinstance(answer, http.TransportError):
                    raise answer
                if answer.status_code // 100 == 3:
                    # Here, because httpx resolves the target even when it does not follow.
                    raise from_response(answer, secrets=self._config.secrets)
                return answer
            attempt += 1
            self._tell(request, Phase.RETRYING, outcome, attempt, delay)
            await self._sleep(delay)

    async def _try(self, request: http.Request) -> http.Response | http.TransportError:
        request.extensions[IN_FLIGHT] = True
        try:
            response = await self._inner.handle_async_request(request)
            answer = await _read(response, request)
        except http.TransportError as problem:
            if fault_of(problem) is retry.Fault.REFUSED:
                request.extensions[IN_FLIGHT] = False
            return problem
        request.extensions[IN_FLIGHT] = False
        return answer

    def _refuse_write(self, request: http.Request) -> None:
        if not self._config.read_only or request.method in READS:
            return
        if request.method == "POST" and is_oauth(request, self._config):
            return
        raise ReadOnly(
            "This connection is read-only, so nothing was sent. Open the server with a profile "
            "that may write.",
            Exchange(request.method, url_of(request)),
        )

    def _tell(
        self,
        request: http.Request,
        phase: Phase,
        outcome: retry.Outcome | None = None,
        attempt: int = 1,
        delay: float = 0.0,
    ) -> None:
        """Tell what goes on; that it is over only if something else was told before."""
        if self._on_activity is None or (phase is Phase.OVER and self._told is Phase.OVER):
            return
        self._told = phase
        reason = "" if outcome is None or phase is Phase.OVER else _reason(outcome)
        url = url_of(request)
        self._on_activity(Activity(phase, attempt, delay, reason, request.method, url))


def _reason(outcome: retry.Outcome) -> str:
    if outcome.fault is None:
        return f"the server answered {outcome.status}"
    if outcome.fault is retry.Fault.LASTING:
        return "no usable connection"
    return f"connection {outcome.fault.value}"


def _outcome(answer: http.Response | http.TransportError) -> retry.Outcome:
    if isinstance(answer, http.TransportError):
        return retry.Outcome(fault=fault_of(answer))
    asked = retry.retry_after(answer.headers.get("retry-after"), datetime.now(UTC))
    return retry.Outcome(status=answer.status_code, retry_after=asked)


async def _read(response: http.Response, request: http.Request) -> http.Response:
    """``response`` with its whole body in memory, no longer encoded."""
    response.request = request
    body = bytearray()
    try:
        # Each layer multiplies by up to a thousand what one piece becomes before it is counted.
        if len(response.headers.get_list("content-encoding", split_commas=True)) > 1:
            raise http.DecodingError("packed more than once", request=request)
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MAX_BODY:
                raise TooLarge(
                    f"The answer is longer than {MAX_BODY // 1_000_000} MB and was not read "
                    "further. Ask for fewer entries.",
                    Exchange(
                        request.method,
                        url_of(request),
                        response.status_code,
                        may_have_happened=request.method not in READS,
                    ),
                )
    finally:
        await response.aclose()
    kept = [
        (name, value)
        for name, value in response.headers.multi_items()
        if name not in {"content-encoding", "content-length", "transfer-encoding"}
    ]
    return http.Response(response.status_code, headers=kept, content=bytes(body), request=request)


def build_client(
    config: ApiConfig,
    auth: http.Auth | None,
    transport: http.AsyncBaseTransport | None = None,
    *,
    on_activity: OnActivity | None = None,
    debug: Callable[[str], None] | None = None,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    random: Callable[[], float] = _random.random,
) -> http.AsyncClient:
    """An httpx client that keeps this layer's promises; close it when done.

    No redirect is followed. Without ``transport`` the network is used, its TLS always
    verified unless ``config`` says otherwise; that part is built in a thread at the first
    request, so this call is cheap. ``debug`` is told what goes over the wire.
    """
    hooks = {}
    if debug is not None:
        from tui.api.debug import debug_hooks

        hooks = debug_hooks(config, debug)
    client = http.AsyncClient(
        auth=auth,
        transport=GuardedTransport(
            transport or NetworkTransport(config),
            config,
            on_activity=on_activity,
            sleep=sleep,
            random=random,
        ),
        headers={"User-Agent": config.user_agent, "Accept": "application/json"},
        timeout=http.Timeout(config.read_timeout, connect=config.connect_timeout),
        follow_redirects=False,
        trust_env=False,
        event_hooks=hooks,
    )
    if isinstance(auth, TokenAuth):
        auth.bind(client)
    return client
