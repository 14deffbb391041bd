"""The authorization server: token, revocation, introspection and key endpoints."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.models.json import JsonObject
from tui.sandbox.client_auth import authenticate
from tui.sandbox.credentials_sent import credentials_sent
from tui.sandbox.forms import form, needed
from tui.sandbox.grants import client_credentials, device_code, refresh_token
from tui.sandbox.grants.grant import Grant, TokenRequest
from tui.sandbox.oauth_errors import NO_STORE, OAuthFailure
from tui.sandbox.protection import answering
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tokens import find, revoke, revoke_grant
from tui.sandbox.urls import AUTH, base_url

GRANTS: dict[str, Grant] = {
    client_credentials.NAME: client_credentials.client_credentials,
    device_code.NAME: device_code.device_code,
    refresh_token.NAME: refresh_token.refresh_token,
}

_PUBLIC = frozenset({device_code.NAME, refresh_token.NAME})
"""The grants that a client without a secret may use."""


async def token(request: Request, sandbox: Sandbox) -> Response:
    """POST for tokens (RFC 6749 section 3.2)."""
    fields = await form(request)
    issuer = base_url(request)

    def work(store: Store) -> JsonObject:
        name = needed(fields, "grant_type")
        sent = credentials_sent(request, fields)
        client = authenticate(sandbox, store, sent, public=name in _PUBLIC)
        grant = GRANTS.get(name)
        if grant is None:
            raise OAuthFailure(400, "unsupported_grant_type", "This grant is not supported.")
        check_grant(client, name)
        return grant(TokenRequest(sandbox, store, client, fields, issuer))

    return JSONResponse(await sandbox.run(work), headers=NO_STORE)


async def revocation(request: Request, sandbox: Sandbox) -> Response:
    """POST to revoke a token (RFC 7009); 200 also for one that is not known.

    With a refresh token goes everything that came from the same sign-in.
    """
    fields = await form(request)

    def work(store: Store) -> None:
        client = authenticate(sandbox, store, credentials_sent(request, fields), public=True)
        found = find(store, needed(fields, "token"))
        if found is None:
            return
        if found.client != client["inum"]:
            raise OAuthFailure(400, "unauthorized_client", "Another client has that token.")
        revoke(store, found.hash)
        if found.kind == "refresh_token":
            revoke_grant(store, found.grant_id)

    await sandbox.run(work)
    return Response(status_code=200, headers=NO_STORE)


async def introspection(request: Request, sandbox: Sandbox) -> Response:
    """POST to learn what a token is good for (RFC 7662); clients that authenticate may ask."""
    fields = await form(request)
    issuer = base_url(request)

    def work(store: Store) -> JsonObject:
        authenticate(sandbox, store, credentials_sent(request, fields))
        found = find(store, needed(fields, "token"))
        if found is None or not found.good(found.kind, sandbox.now):
            return {"active": False}
        answer: JsonObject = {
            "active": True,
            "iss": issuer,
            "client_id": found.client,
            "aud": found.client,
            "scope": found.scopes,
            "iat": found.issued,
            "exp": found.expires,
            "sub": found.client,
        }
        if found.kind == "access_token":
            answer["token_type"] = "Bearer"
        if found.role is not None:
            from tui.sandbox.users import USER

            answer |= {"sub": USER.inum, "username": USER.name}
        return answer

    return JSONResponse(await sandbox.run(work), headers=NO_STORE)


async def jwks(_request: Request, sandbox: Sandbox) -> Response:
    """GET the public keys (RFC 7517)."""
    from tui.sandbox.signing import public_keys

    settings = sandbox.settings
    work = lambda _store: public_keys(settings.data_folder, settings.warn)  # noqa: E731
    return JSONResponse(await sandbox.run(work))


def check_grant(client: JsonObject, name: str) -> None:
    """Fail with ``unauthorized_client`` unless the client has the grant type ``name``."""
    allowed = client.get("grantTypes")
    if not isinstance(allowed, list) or name not in allowed:
        raise OAuthFailure(400, "unauthorized_client", "The client may not use this grant.")


def routes() -> list[Route]:
    """The routes of the authorization server."""
    return [
        Route(f"{AUTH}/token", answering(token), methods=["POST"]),
        Route(f"{AUTH}/revoke", answering(revocation), methods=["POST"]),
        Route(f"{AUTH}/introspection", answering(introspection), methods=["POST"]),
        Route(f"{AUTH}/jwks", answering(jwks), methods=["GET"]),
    ]
