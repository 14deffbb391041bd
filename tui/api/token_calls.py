"""Calls to the OAuth endpoints for their own sake: get a token, revoke one."""

import asyncio
from urllib.parse import urlencode

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.network_failures import from_exception
from tui.api.response_failures import from_response
from tui.api.token_answer import GrantedToken, read_token
from tui.api.tokens import basic_credentials, token_request


async def fetch_token(client: http.AsyncClient, config: ApiConfig) -> GrantedToken:
    """A new access token by client credentials (RFC 6749 section 4.4).

    Raises:
        ApiError: no token was to be had.
    """
    request = token_request(config, client.timeout.as_dict())
    return read_token(await _sent(client, config, request), config)


async def revoke_token(client: http.AsyncClient, config: ApiConfig, token: str) -> None:
    """Revoke an access token (RFC 7009 section 2.1).

    A token that the server does not know is revoked already. Without client credentials the
    token itself is shown, as Jans does.

    Raises:
        ApiError: the server refused, or could not be reached.
    """
    authorization = (
        basic_credentials(config.client_id, config.client_secret)
        if config.client_secret
        else f"Bearer {token}"
    )
    request = client.build_request(
        "POST",
        config.revocation_endpoint,
        headers={
            "Authorization": authorization,
            "Content-Type": "application/x-www-form-urlencoded",
        },
        content=urlencode({"token": token, "token_type_hint": "access_token"}).encode(),
    )
    response = await _sent(client, config, request)
    if not response.is_success:
        raise from_response(response, secrets=(config.client_secret, token))


async def _sent(
    client: http.AsyncClient, config: ApiConfig, request: http.Request
) -> http.Response:
    try:
        async with asyncio.timeout(config.total_timeout):
            return await client.send(request, auth=None)
    except (http.HTTPError, TimeoutError) as problem:
        failure = from_exception(problem, request, in_flight=False)
    # Raised out here, where the library's exception, whose text can hold a header, is gone.
    raise failure
