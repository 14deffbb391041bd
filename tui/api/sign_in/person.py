"""From a person's token to one that the Config API takes, as Jans has it.

The person's token is good for one thing: a signed statement about them. With that the client
asks for a token of its own, and a script on the server gives it what the person's role may.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.api.errors import SignInFailed
from tui.api.response_failures import exchange_of, from_response
from tui.api.sign_in.clock import clock_complaint
from tui.api.sign_in.sending import Send
from tui.api.sign_in.userinfo import Statement, verified
from tui.api.token_answer import GrantedToken, read_token
from tui.models.plain import plain

if TYPE_CHECKING:
    from tui.api import http
    from tui.api.sign_in.grants import Grants

ROLE_CLAIM = "jansAdminUIRole"
ROLE = "api-admin"
"""What a person's roles must hold."""


async def token_of_person(grants: Grants, send: Send, personal: GrantedToken) -> GrantedToken:
    """The token for the Config API; it keeps the refresh token of ``personal``.

    Raises:
        SignInFailed: the statement about the person cannot be trusted, or they lack the role.
        ApiError: the server could not be asked.
    """
    endpoints = await grants.endpoints(send)
    said = await send(
        grants.request(
            endpoints.userinfo_endpoint, {"access_token": personal.value}, bearer=personal.value
        )
    )
    if not said.is_success:
        raise from_response(said, secrets=(*grants.config.secrets, personal.value))
    statement = await _trusted(grants, send, said)
    _check_role(statement, said)
    form = {"grant_type": "client_credentials", "scope": "openid", "ujwt": statement.jwt}
    response = await send(grants.request(endpoints.token_endpoint, form))
    granted = read_token(response, grants.config, grants.wall())
    return replace(granted, refresh_token=personal.refresh_token)


async def _trusted(grants: Grants, send: Send, said: http.Response) -> Statement:
    from tui.api import http

    endpoints = await grants.endpoints(send)
    headers = {"Accept": "application/json", "User-Agent": grants.config.user_agent}
    keys = await send(http.Request("GET", endpoints.jwks_uri, headers=headers))
    if not keys.is_success and keys.status_code != 404:
        raise from_response(keys, secrets=grants.config.secrets)
    try:
        return verified(
            said,
            keys,
            issuer=endpoints.issuer,
            client_id=grants.config.client_id,
            now=grants.wall(),
        )
    except SignInFailed as failure:
        clock = clock_complaint(said, grants.wall())
        if not clock:
            raise
        complaint = SignInFailed(f"{failure.sentence} {clock}", exchange_of(said, ""))
    raise complaint


def _check_role(statement: Statement, said: http.Response) -> None:
    roles = statement.claims.get(ROLE_CLAIM)
    held = [str(role) for role in (roles if isinstance(roles, list) else [roles]) if role]
    if ROLE in held:
        return
    claims = statement.claims
    name = next((claims[one] for one in ("user_name", "name", "email", "sub") if one in claims), "")
    has = f"has {plain(', '.join(held), 100)}" if held else "has none"
    raise SignInFailed(
        f"{plain(name, 60) or 'This person'} signed in, but lacks the role {ROLE} that managing "
        f"clients takes ({ROLE_CLAIM} {has}). Give them the role on the server, or sign in as "
        "somebody else.",
        exchange_of(said, ""),
    )
