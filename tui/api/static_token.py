"""A token that somebody handed over, as httpx authentication."""

from collections.abc import Generator

from tui.api import http

GIVEN = "jans_tui.given_token"
"""Extension of a request: its token was handed over, so that signing in gets no other."""


class StaticToken(http.Auth):
    """Puts one access token on each request; there is nothing to renew it with."""

    granted_scopes: tuple[str, ...] | None = None
    """Nobody said what the token is good for."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: http.Request) -> Generator[http.Request, http.Response, None]:
        """Yield ``request`` with the token (RFC 6750 section 2.1)."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        request.extensions[GIVEN] = True
        yield request
