"""Calls to the OAuth endpoints for their own sake: get a token, revoke one."""

from tui.api import http
from tui.api.config import ApiConfig
from tui.api.response_failures import from_response
from tui.api.sign_in.grants import Grants
from tui.api.sign_in.sending import whole_sender
from tui.api.token_answer import GrantedToken


async def fetch_token(client: http.AsyncClient, config: ApiConfig) -> GrantedToken:
    """A new access token by client credentials (RFC 6749 section 4.4).

    Raises:
        ApiError: no token was to be had.
    """
    return await Grants(config).token(whole_sender(client, config), "")


async def revoke_token(
    client: http.AsyncClient, config: ApiConfig, token: str, kind: str = "access_token"
) -> None:
    """Revoke a token (RFC 7009 section 2.1).

    A token that the server does not know is revoked already. Where the client has nothing to
    show for itself, the token itself is shown, as Jans does.

    Args:
        client: sends it.
        config: the server and the client.
        token: to be revoked.
        kind: ``access_token`` or ``refresh_token``.

    Raises:
        ApiError: the server refused, or could not be reached.
    """
    send = whole_sender(client, config)
    grants = Grants(config)
    proves = config.client_secret or config.private_key or config.certificate is not None
    form = {"token": token, "token_type_hint": kind}
    response = await grants.post(send, "revocation_endpoint", form, bearer="" if proves else token)
    if not response.is_success:
        raise from_response(response, secrets=(*config.secrets, token))
