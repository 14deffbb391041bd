"""Access tokens that renew themselves, as httpx authentication."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.errors import SignInNeeded
from tui.api.response_failures import scopes_lacking
from tui.api.sign_in.grants import Grants
from tui.api.sign_in.sending import Send, bare_sender
from tui.api.token_answer import GrantedToken
from tui.api.token_store import MemoryTokenStore, StoredToken, TokenStore

_MARGIN = 30.0
_MARGIN_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class _Held:
    value: str = field(repr=False)
    scopes: tuple[str, ...]
    good_until: float
    refresh_token: str = field(repr=False)


class TokenAuth(http.Auth):
    """Gets a token when one is first needed, keeps it, and puts it on each request.

    Requests that need one at the same time share one fetch. A token is renewed shortly
    before it expires (30 s, or a tenth of a short life), and once when a request is refused
    with 401; not when the refusal is about scopes, which a new token would lack too. What
    another program with the same profile has fetched meanwhile is used.

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
        self.grants = Grants(config, wall)
        self._store = store or MemoryTokenStore()
        self._monotonic = monotonic
        self._wall = wall
        self._held: _Held | None = None
        self._fetching = asyncio.Lock()
        self._send: Send | None = None

    def bind(self, client: http.AsyncClient) -> None:
        """Have ``client`` send what this needs to send for itself."""
        self._send = bare_sender(client)

    @property
    def granted_scopes(self) -> tuple[str, ...] | None:
        """Scopes of the token held; None before the first one."""
        return self._held.scopes if self._held else None

    async def async_auth_flow(
        self, request: http.Request
    ) -> AsyncGenerator[http.Request, http.Response]:
        """Yield ``request`` with a token, once more with a new one when it is refused.

        Raises:
            SignInNeeded: it takes a person.
            ApiError: no token was to be had.
        """
        async with self._fetching:
            held = await self._usable() or await self._renew()
        request.headers["Authorization"] = f"Bearer {held.value}"
        response = yield request
        if response.status_code != 401 or scopes_lacking(response) is not None:
            return
        async with self._fetching:
            if self._held is held:
                held = await self._stored(refused=held.value) or await self._renew()
            elif self._held is not None:
                held = self._held
        request.headers["Authorization"] = f"Bearer {held.value}"
        yield request

    async def keep(self, token: GrantedToken) -> None:
        """Use ``token`` from now on: somebody has signed in."""
        async with self._fetching:
            await self._keep(token)

    async def is_signed_in(self) -> bool:
        """Whether the next request needs no person."""
        async with self._fetching:
            held = await self._usable()
            return held is not None or bool(self._held and self._held.refresh_token)

    async def value(self) -> str:
        """A token that can be used now.

        Raises:
            ApiError: as for a request that needs one.
        """
        async with self._fetching:
            return (await self._usable() or await self._renew()).value

    async def forget(self) -> list[tuple[str, str]]:
        """Keep nothing any more; return what was kept, each with its kind (RFC 7009)."""
        async with self._fetching:
            await self._usable()
            held, self._held = self._held, None
            await asyncio.to_thread(self._store.clear)
        kept = [("refresh_token", held.refresh_token), ("access_token", held.value)] if held else []
        return [(kind, token) for kind, token in kept if token]

    async def _usable(self) -> _Held | None:
        """The token held, else the one stored, unless about to expire."""
        held = self._held
        if held is not None and self._monotonic() < held.good_until:
            return held
        return await self._stored(refused=held.value if held is not None else "")

    async def _stored(self, refused: str) -> _Held | None:
        """The token in the store; it is held from now on, and returned if it is any good."""
        stored = await asyncio.to_thread(self._store.load)
        if stored is None or stored.value == refused:
            return None
        life = stored.expires_at - self._wall()
        self._held = held = self._hold(
            GrantedToken(stored.value, stored.scopes, life, stored.refresh_token)
        )
        return held if self._monotonic() < held.good_until else None

    async def _renew(self) -> _Held:
        if self._send is None:
            raise RuntimeError("bind() comes before the first request")
        refresh_token = self._held.refresh_token if self._held is not None else ""
        if not refresh_token:
            await asyncio.to_thread(self._store.clear)
        try:
            return await self._keep(await self.grants.token(self._send, refresh_token))
        except SignInNeeded:
            self._held = None
            await asyncio.to_thread(self._store.clear)
            raise

    async def _keep(self, token: GrantedToken) -> _Held:
        self._held = held = self._hold(token)
        expires_at = self._wall() + token.life
        stored = StoredToken(token.value, token.scopes, expires_at, token.refresh_token)
        await asyncio.to_thread(self._store.save, stored)
        return held

    def _hold(self, token: GrantedToken) -> _Held:
        margin = min(_MARGIN, token.life * _MARGIN_SHARE)
        good_until = self._monotonic() + token.life - margin
        return _Held(token.value, token.scopes, good_until, token.refresh_token)
