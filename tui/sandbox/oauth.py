"""The authorization server: token, revocation and key endpoints."""

import uuid
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.models.json import JsonObject
from tui.sandbox.client_auth import authenticate, form, presented
from tui.sandbox.oauth_errors import NO_STORE, OAuthFailure, invalid_request
from tui.sandbox.protection import answering
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tokens import Token, find, remember, revoke, token_hash
from tui.sandbox.urls import AUTH, base_url

DEFAULT_LIFETIME = 300
"""Seconds that an access token lives if its client does not say."""

Grant = Callable[[Sandbox, Store, JsonObject, dict[str, str], str], JsonObject]
"""Makes a token response: sandbox, store, client, form, issuer."""


def client_credentials(
    sandbox: Sandbox, store: Store, client: JsonObject, fields: dict[str, str], issuer: str
) -> JsonObject:
    """RFC 6749 section 4.4: a token for the client itself.

    Scopes that the client does not have are left out silently; without ``scope`` it gets all.
    """
    from tui.sandbox.signing import sign

    held = _scope_ids(store, client)
    asked = fields.get("scope", "").split()
    scopes = [scope for scope in dict.fromkeys(asked) if scope in held] if asked else held
    lifetime = client.get("accessTokenLifetime")
    seconds = lifetime if isinstance(lifetime, int) and lifetime > 0 else DEFAULT_LIFETIME
    now = sandbox.now
    inum = str(client["inum"])
    claims = {
        "iss": issuer,
        "sub": inum,
        "aud": inum,
        "client_id": inum,
        "scope": " ".join(scopes),
        "jti": str(uuid.uuid4()),
        "iat": now,
        "exp": now + seconds,
    }
    token = sign(sandbox.settings.data_folder, claims)
    record = Token(
        token_hash(token), inum, "client_credentials", frozenset(scopes), now, now + seconds
    )
    remember(store, record)
    return {
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": seconds,
        "scope": " ".join(scopes),
    }


GRANTS: dict[str, Grant] = {"client_credentials": client_credentials}


async def token(request: Request, sandbox: Sandbox) -> Response:
    """POST for an access token (RFC 6749 section 3.2)."""
    fields = await form(request)
    issuer = base_url(request)

    def work(store: Store) -> JsonObject:
        name = fields.get("grant_type")
        if name is None:
            raise invalid_request("The parameter grant_type is missing.")
        client = authenticate(sandbox, store, presented(request, fields))
        grant = GRANTS.get(name)
        if grant is None:
            raise OAuthFailure(400, "unsupported_grant_type", "This grant is not supported.")
        allowed = client.get("grantTypes")
        if not isinstance(allowed, list) or name not in allowed:
            raise OAuthFailure(400, "unauthorized_client", "The client may not use this grant.")
        return grant(sandbox, store, client, fields, issuer)

    return JSONResponse(await sandbox.run(work), headers=NO_STORE)


async def revocation(request: Request, sandbox: Sandbox) -> Response:
    """POST to revoke a token (RFC 7009); 200 also for one that is not known."""
    fields = await form(request)

    def work(store: Store) -> None:
        client = authenticate(sandbox, store, presented(request, fields))
        if "token" not in fields:
            raise invalid_request("The parameter token is missing.")
        found = find(store, fields["token"])
        if found is None:
            return
        if found.client != client["inum"]:
            raise OAuthFailure(400, "unauthorized_client", "Another client has that token.")
        revoke(store, found.hash)

    await sandbox.run(work)
    return Response(status_code=200, headers=NO_STORE)


async def jwks(_request: Request, sandbox: Sandbox) -> Response:
    """GET the public keys (RFC 7517)."""
    from tui.sandbox.signing import public_keys

    folder = sandbox.settings.data_folder
    return JSONResponse(await sandbox.run(lambda _store: public_keys(folder)))


def routes() -> list[Route]:
    """The routes of the authorization server."""
    return [
        Route(f"{AUTH}/token", answering(token), methods=["POST"]),
        Route(f"{AUTH}/revoke", answering(revocation), methods=["POST"]),
        Route(f"{AUTH}/jwks", answering(jwks), methods=["GET"]),
    ]


def _scope_ids(store: Store, client: JsonObject) -> list[str]:
    """The ids of the client's scopes; DNs of scopes that were deleted are passed over."""
    dns = client.get("scopes")
    if not isinstance(dns, list):
        return []
    ids: dict[str, str] = dict(store.connection.execute("SELECT inum, jansId FROM scopes"))
    inums = [str(dn).partition("inum=")[2].partition(",")[0] for dn in dns]
    return [ids[inum] for inum in inums if inum in ids]
