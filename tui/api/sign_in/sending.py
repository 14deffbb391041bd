"""Requests to the OAuth endpoints go out here, past the authentication of other calls."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.network_failures import from_exception

Send: TypeAlias = Callable[[http.Request], Awaitable[http.Response]]
"""Sends one request and returns its answer, whatever its status."""


def bare_sender(client: http.AsyncClient) -> Send:
    """Sends as part of another call, which has a time limit and reads the exceptions of httpx."""

    async def send(request: http.Request) -> http.Response:
        # Made outside of the client, it would have no time limits.
        request.extensions.setdefault("timeout", client.timeout.as_dict())
        return await client.send(request, auth=None)

    return send


def whole_sender(client: http.AsyncClient, config: ApiConfig) -> Send:
    """Sends for its own sake; what goes wrong is an ``ApiError``."""
    bare = bare_sender(client)

    async def send(request: http.Request) -> http.Response:
        try:
            async with asyncio.timeout(config.total_timeout):
                return await bare(request)
        except (http.HTTPError, TimeoutError) as problem:
            failure = from_exception(problem, request, in_flight=False)
        # Raised out here, where the library's exception, whose text can hold a header, is gone.
        raise failure

    return send
