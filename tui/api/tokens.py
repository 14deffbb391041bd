"""Access tokens by client credentials (RFC 6749 section 4.4), as httpx authentication."""

import asyncio
import base64
import time
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from urllib.parse import quote_plus, urlencode

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.response_failures import scopes_lacking
from tui.api.token_answer import GrantedToken, read_token
from tui.api.token_store import (
    FileTokenStore,
    MemoryTokenStore,
    StoredToken,
    TokenStore,
    token_key,
)

__all__ = [
    "ClientCredentials",
    "FileTokenStore",
    "MemoryTokenStore",
    "StoredToken",
    "TokenStore",
    "basic_credentials",
    "token_key",
    "token_request",
]

_MARGIN = 30.0
_MARGIN_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class _Held:
    value: str = field(repr=False)
    scopes: tuple[str, ...]
    good_until: float


def basic_credentials(client_id: str, client_secret: str) -> str:
    """The ``Authorization`` of client_secret_basic, both parts form-encoded first.

    RFC 6749 section 2.3.1.
    """
    pair = ":".join(quote_plus(part, errors="replace") for part in (client_id, client_secret))
    return "Basic " + base64.b64encode(pair.encode()).decode()


def token_request(config: ApiConfig, limits: object = None) -> http.Request:
    """The request for a token (RFC 6749 section 4.4.2).

    Args:
        config: the server, the client and the scopes to ask for.
        limits: the extension ``timeout`` of the request that needs the token.
    """
    form = {"grant_type": "client_credentials"}
    if config.scopes:
        form["scope"] = " ".join(config.scopes)
    return http.Request(
        "POST",
        config.token_endpoint,
        headers={
            "Authorization": basic_credentials(config.client_id, config.client_secret),
            "User-Agent": config.user_agent,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        },
        content=urlencode(form).encode(),
        extensions={"timeout": limits} if limits is not None else {},
    )


class ClientCredentials(http.Auth):
    """Gets a token when one is first needed, keeps it, and puts it on each request.

    Requests that need one at the same time share one fetch. A token is renewed shortly
    before it expires (30 s, or a tenth of a short life), and once when a request is refused
    with 401; not when the refusal is about scopes, which a new token would lack too.

    Args:
        config: the server, the client and the scopes to ask for.
        store: keeps the token; None: in memory.
        monotonic: seconds of a clock that never goes back.
        wall: seconds since the epoch, for the expiry that is stored.
    """

    def __init__(
        self,
        config: ApiConfig,
        store: TokenStore | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._config = config
        self._store = store or MemoryTokenStore()
        self._monotonic = monotonic
        self._wall = wall
        self._held: _Held | None = None
        self._loaded = False
        self._fetching = asyncio.Lock()

    @property
    def granted_scopes(self) -> tuple[str, ...] | None:
        """Scopes of the token held; None before the first one."""
        return self._held.scopes if self._held else None

    async def async_auth_flow(
        self, request: http.Request
    ) -> AsyncGenerator[http.Request, http.Response]:
        """Yield the token request where one is needed, and ``request`` with its token.

        Raises:
            ApiError: no token was to be had.
        """
        limits = request.extensions.get("timeout")
        async with self._fetching:
            held = await self._usable()
            if held is None:
                held = await self._keep(
                    read_token((yield token_request(self._config, limits)), self._config)
                )
        request.headers["Authorization"] = f"Bearer {held.value}"
        response = yield request
        if response.status_code != 401 or scopes_lacking(response) is not None:
            return
        async with self._fetching:
            if self._held is held:
                await asyncio.to_thread(self._store.clear)
                held = await self._keep(
                    read_token((yield token_request(self._config, limits)), self._config)
                )
            elif self._held is not None:
                held = self._held
        request.headers["Authorization"] = f"Bearer {held.value}"
        yield request

    async def _usable(self) -> _Held | None:
        """The token held, or the stored one on the first call, unless about to expire."""
        if not self._loaded:
            self._loaded = True
            stored = await asyncio.to_thread(self._store.load)
            if stored is not None:
                self._held = self._hold(
                    GrantedToken(stored.value, stored.scopes, stored.expires_at - self._wall())
                )
        held = self._held
        return held if held is not None and self._monotonic() < held.good_until else None

    async def _keep(self, token: GrantedToken) -> _Held:
        self._held = held = self._hold(token)
        expires_at = self._wall() + token.life
        await asyncio.to_thread(
            self._store.save, StoredToken(token.value, token.scopes, expires_at)
        )
        return held

    def _hold(self, token: GrantedToken) -> _Held:
        margin = min(_MARGIN, token.life * _MARGIN_SHARE)
        return _Held(token.value, token.scopes, self._monotonic() + token.life - margin)
