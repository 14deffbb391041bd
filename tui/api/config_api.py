"""The Config API of one server: what the rest of the program talks to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from tui.api import http
from tui.api.activity import OnActivity
from tui.api.closing import Closing
from tui.api.config import ApiConfig
from tui.api.request import ApiRequest
from tui.api.requester import Requester
from tui.api.resources.acrs import AcrsApi
from tui.api.resources.claims import ClaimsApi
from tui.api.resources.clients import ClientsApi
from tui.api.resources.discovery import discovery
from tui.api.resources.health import health
from tui.api.resources.scopes import ScopesApi
from tui.api.resources.scripts import ScriptsApi
from tui.api.resources.ssa import SsaApi
from tui.api.resources.tokens import TokensApi
from tui.api.secret_probe import secret_works
from tui.api.sign_in.asking import Asking
from tui.api.sign_in.sending import whole_sender
from tui.api.static_token import StaticToken
from tui.api.token_calls import fetch_token, revoke_token
from tui.api.token_store import TokenStore
from tui.api.tokens import TokenAuth
from tui.api.transport import build_client
from tui.models.json import Json, JsonObject

if TYPE_CHECKING:
    from tui.api.registration.statement_check import StatementCheck


class ConfigApi(Closing):
    """One open connection. Cheap to make; close it, or use it as a context manager.

    Args:
        config: the server and how to speak to it.
        transport: instead of the network, for example a server in the same process.
        token_store: keeps the access token between runs; None: not kept.
        on_activity: told, on the event loop, what goes on while a call waits.
        debug: told what goes over the wire, without secrets.
        asking: has a person sign in, where the connection is a person's; None: nobody is there.
    """

    def __init__(
        self,
        config: ApiConfig,
        *,
        transport: http.AsyncBaseTransport | None = None,
        token_store: TokenStore | None = None,
        on_activity: OnActivity | None = None,
        debug: Callable[[str], None] | None = None,
        asking: Asking | None = None,
    ) -> None:
        self.config = config
        self._asking = asking
        self._signing_in = asyncio.Lock()
        self._auth: TokenAuth | StaticToken = (
            StaticToken(config.access_token)
            if config.access_token
            else TokenAuth(config, token_store)
        )
        self._client = build_client(
            config, self._auth, transport, on_activity=on_activity, debug=debug
        )
        self._requester = Requester(
            self._client, config, self.sign_in if asking is not None else None
        )
        self.clients = ClientsApi(self._requester)
        self.scopes = ScopesApi(self._requester)
        self.scripts = ScriptsApi(self._requester)
        self.claims = ClaimsApi(self._requester)
        self.acrs = AcrsApi(self._requester)
        self.ssa = SsaApi(self._requester)
        self.tokens = TokensApi(self._requester)

    @property
    def granted_scopes(self) -> tuple[str, ...] | None:
        """Scopes of the token in use; None before the first call that needs one."""
        return self._auth.granted_scopes

    async def discovery(self) -> JsonObject:
        """What the server supports, as it came.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        return await discovery(self._requester)

    async def health(self) -> list[JsonObject]:
        """The Config API's checks of itself.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        return await health(self._requester)

    async def check_statement(self, text: str, now: datetime) -> StatementCheck:
        """Decode a software statement of anybody; ask the issuer it names for the keys.

        Args:
            text: the JWT.
            now: with its zone, to measure its times against.

        Raises:
            NotAStatementError: it is no JWT.
        """
        from tui.api.registration.caller import Caller
        from tui.api.registration.statement_check import check_statement
        from tui.api.statements import check_anybodys

        caller = Caller(self._client, self.config)
        return await check_anybodys(
            text, now, self.config, lambda text, now: check_statement(caller, text, now)
        )

    async def secret_works(self, client_id: str, secret: str, *, post: bool) -> bool | None:
        """Whether the token endpoint accepts a client's secret; None when it can't be told.

        Raises:
            ApiError: the server could not be reached.
        """
        return await secret_works(self._client, self.config, client_id, secret, post=post)

    async def sign_in(self) -> None:
        """Have a person sign in, unless they are or nobody has to.

        Raises:
            SignInNeeded: there is nobody to ask.
            SignInFailed: they did not.
            ApiError: the server could not be asked.
        """
        auth = self._auth
        if isinstance(auth, StaticToken) or not self.config.person:
            return
        from tui.api.sign_in.device import DeviceFlow

        async with self._signing_in:
            if await auth.is_signed_in():
                return
            if self._asking is None:
                raise auth.grants.sign_in_needed()
            send = whole_sender(self._client, self.config)
            await auth.keep(await DeviceFlow(auth.grants, send, self._asking).sign_in())

    async def granted(self) -> tuple[str, ...] | None:
        """Scopes of a token that can be used now; None when nobody said.

        Raises:
            ApiError: no token was to be had.
        """
        if not isinstance(self._auth, StaticToken):
            await self._auth.value()
        return self.granted_scopes

    async def access_token(self) -> str:
        """A token to hand out: the one given, a person's, or a new one.

        Raises:
            ApiError: no token was to be had.
        """
        if isinstance(self._auth, StaticToken):
            return self.config.access_token
        if self.config.person:
            await self.sign_in()
            return await self._auth.value()
        return (await fetch_token(self._client, self.config)).value

    async def sign_out(self, *, revoke: bool) -> bool:
        """Forget the tokens that are kept; whether there were any.

        Args:
            revoke: have the server forget them, too (RFC 7009).

        Raises:
            ApiError: the server does not revoke them; they are forgotten here all the same.
        """
        auth = self._auth
        kept = (
            [("access_token", self.config.access_token)]
            if isinstance(auth, StaticToken)
            else await auth.forget()
        )
        for kind, token in kept if revoke else ():
            await revoke_token(self._client, self.config, token, kind)
        return bool(kept)

    async def revoke_token(self) -> bool:
        """As ``sign_out``, with the server's help."""
        return await self.sign_out(revoke=True)

    async def send(self, request: ApiRequest) -> Json:
        """Send any request; the answer's JSON, None when it has no body.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        return await self._requester.send(request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
