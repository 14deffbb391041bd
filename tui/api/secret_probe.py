"""Whether a client secret works, found out where it is used: at the token endpoint."""

import asyncio
import secrets
from urllib.parse import urlencode

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.network_failures import from_exception
from tui.api.sign_in.authentication import basic_credentials
from tui.api.words import parsed

_WRONG = "invalid_client"
_RIGHT = frozenset(
    {"unauthorized_client", "unsupported_grant_type", "invalid_grant", "invalid_scope"}
)
"""Errors that a token endpoint gives only to a client that it has authenticated."""


async def secret_works(
    client: http.AsyncClient, config: ApiConfig, client_id: str, secret: str, *, post: bool
) -> bool | None:
    """Redeem an authorization code that does not exist, with the secret.

    No token comes of it. A client that has authenticated is told about the code or the
    grant, one that has not is told ``invalid_client`` (RFC 6749 section 5.2).

    Args:
        client: of the server that knows the secret.
        config: names its token endpoint.
        client_id: whose secret it is.
        secret: to be tried.
        post: authenticate in the body (client_secret_post) instead of the header.

    Returns:
        True or False as the server says; None when its answer tells neither.

    Raises:
        ApiError: the server could not be reached.
    """
    form = {
        "grant_type": "authorization_code",
        "code": secrets.token_urlsafe(),
        "redirect_uri": "https://client.invalid/",
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if post:
        form |= {"client_id": client_id, "client_secret": secret}
    else:
        headers["Authorization"] = basic_credentials(client_id, secret)
    # Made by the client: a bare Request would carry no time limits.
    request = client.build_request(
        "POST",
        config.token_endpoint,
        headers=headers,
        content=urlencode(form, errors="replace").encode(),
    )
    try:
        async with asyncio.timeout(config.total_timeout):
            response = await client.send(request, auth=None)
    except (http.HTTPError, TimeoutError) as problem:
        failure = from_exception(problem, request, in_flight=False)
    else:
        return _verdict(response)
    raise failure


def _verdict(response: http.Response) -> bool | None:
    if response.is_success:
        return True
    body = parsed(response.content)
    error = body.get("error") if isinstance(body, dict) else None
    if error == _WRONG:
        return False
    return True if error in _RIGHT else None
