"""The ways to an access token: the client's own, and a person's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.errors import Exchange, SignInNeeded, Unauthorised
from tui.api.sign_in.authentication import oauth_request
from tui.api.sign_in.endpoints import (
    DISCOVERY_PATH,
    Endpoints,
    discovered_endpoints,
    usual_endpoints,
)
from tui.api.sign_in.sending import Send
from tui.api.token_answer import GrantedToken, read_token
from tui.api.words import host_of, parsed


class Grants:
    """What one client can do for a token; it remembers where the endpoints are.

    Args:
        config: the server and the client.
        wall: seconds since the epoch.
    """

    def __init__(self, config: ApiConfig, wall: Callable[[], float] = time.time) -> None:
        self.config = config
        self.wall = wall
        self._endpoints: Endpoints | None = None

    async def endpoints(self, send: Send) -> Endpoints:
        """Where they are, by the server's own word; it is asked once.

        Without a usable answer they are at their usual places, and the next call asks again.
        """
        if self._endpoints is None:
            headers = {"Accept": "application/json", "User-Agent": self.config.user_agent}
            url = f"{self.config.base_url}{DISCOVERY_PATH}"
            response = await send(http.Request("GET", url, headers=headers))
            metadata = parsed(response.content)
            if not response.is_success or not isinstance(metadata, dict):
                return usual_endpoints(self.config)
            self._endpoints = discovered_endpoints(self.config, metadata)
        return self._endpoints

    def request(
        self, url: str, form: dict[str, str], *, bearer: str = "", scopes: bool = False
    ) -> http.Request:
        """A request of this client; ``scopes``: with those that the profile asks for."""
        if scopes and self.config.scopes:
            form = {**form, "scope": " ".join(self.config.scopes)}
        return oauth_request(self.config, url, form, bearer=bearer, wall=self.wall)

    async def token(self, send: Send, refresh_token: str) -> GrantedToken:
        """A new token; a person's takes the refresh token of their last sign-in.

        Raises:
            SignInNeeded: it takes the person.
            ApiError: no token was to be had.
        """
        if self.config.person:
            return await self._refreshed(send, refresh_token)
        return await self._own(send)

    async def post(
        self, send: Send, name: str, form: dict[str, str], *, bearer: str = "", scopes: bool = False
    ) -> http.Response:
        """The answer of an endpoint, by its name in ``Endpoints``.

        It is looked for where Jans has it, and by the server's own word only where that is
        nowhere, or where a certificate is shown, which may be at another port.
        """
        known = self._endpoints is not None or self.config.certificate is not None
        found = await self.endpoints(send) if known else usual_endpoints(self.config)
        url: str = getattr(found, name)
        response = await send(self.request(url, form, bearer=bearer, scopes=scopes))
        if response.status_code == 404 and not known:
            other: str = getattr(await self.endpoints(send), name)
            if other != url:
                return await send(self.request(other, form, bearer=bearer, scopes=scopes))
        return response

    async def _own(self, send: Send) -> GrantedToken:
        """RFC 6749 section 4.4."""
        form = {"grant_type": "client_credentials"}
        response = await self.post(send, "token_endpoint", form, scopes=True)
        return read_token(response, self.config, self.wall())

    async def _refreshed(self, send: Send, refresh_token: str) -> GrantedToken:
        """RFC 6749 section 6, and then what the person's role is good for."""
        from tui.api.sign_in.person import token_of_person

        if not refresh_token:
            raise self.sign_in_needed()
        endpoints = await self.endpoints(send)
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        response = await send(self.request(endpoints.token_endpoint, form))
        try:
            granted = read_token(response, self.config, self.wall())
        except Unauthorised as refusal:
            if response.status_code not in (400, 401):
                raise
            words = refusal.server_words
        else:
            if not granted.refresh_token:
                granted = replace(granted, refresh_token=refresh_token)
            return await token_of_person(self, send, granted)
        raise self.sign_in_needed(words)

    def sign_in_needed(self, words: str = "") -> SignInNeeded:
        """The error that asks for the person; ``words`` are the server's."""
        url = usual_endpoints(self.config).token_endpoint
        host = host_of(http.Request("POST", url))
        return SignInNeeded(
            f"Nobody is signed in at {host}, or no longer. Sign in (jans-tui sign-in).",
            Exchange("POST", url, server_words=words),
        )
