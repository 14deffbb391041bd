"""From a request as a value to the answer, in two steps that every kind of call shares."""

import asyncio
from functools import lru_cache

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.errors import Exchange, Invalid
from tui.api.network_failures import from_exception
from tui.api.request import ApiRequest
from tui.api.transport import IN_FLIGHT


def outgoing(client: http.AsyncClient, base_url: str, request: ApiRequest) -> http.Request:
    """``request`` as it goes to the server at ``base_url``.

    Raises:
        Invalid: its address or its body cannot be written.
    """
    content = request.content
    headers = dict(request.headers or {})
    if content is not None:
        headers["Content-Type"] = request.media_type
    try:
        return client.build_request(
            request.method,
            _url(base_url + request.target),
            content=None if content is None else content.encode(),
            headers=headers,
        )
    except http.InvalidURL:
        raise Invalid(
            "The request's address is too long or cannot be written. Nothing was sent. "
            "Use a shorter text.",
            Exchange(request.method),
        ) from None


@lru_cache(maxsize=64)
def _url(text: str) -> http.URL:
    """Read once what many requests have in common: httpx looks at each character."""
    return http.URL(text)


async def answer_to(
    client: http.AsyncClient, config: ApiConfig, request: http.Request, *, authenticated: bool
) -> http.Response:
    """The answer with whatever status, read to its end.

    Args:
        client: sends it, and knows how to authenticate.
        config: says how long all of it may take.
        request: made by ``client``.
        authenticated: whether the client's own authentication goes with it.

    Raises:
        ApiError: there is none.
    """
    try:
        async with asyncio.timeout(config.total_timeout):
            if authenticated:
                return await client.send(request)
            return await client.send(request, auth=None)
    except (http.HTTPError, TimeoutError) as problem:
        in_flight = bool(request.extensions.get(IN_FLIGHT))
        error = from_exception(problem, request, in_flight=in_flight)
    # Raised out here, where the library's exception, whose text can hold a header, is gone.
    raise error
