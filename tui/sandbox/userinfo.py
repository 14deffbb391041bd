"""The userinfo endpoint (OpenID Connect Core 1.0 section 5.3)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.sandbox.forms import form
from tui.sandbox.oauth_errors import NO_STORE, OAuthFailure, invalid_token
from tui.sandbox.protection import answering
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tables import CLIENTS
from tui.sandbox.tokens import find
from tui.sandbox.urls import AUTH, base_url
from tui.sandbox.users import USER

_SECONDS = 300
"""How long the signed answer is good as a ``ujwt``."""


async def userinfo(request: Request, sandbox: Sandbox) -> Response:
    """GET or POST claims of the user whose access token comes with the request.

    A JWT, signed as the client's ``userInfoSignedResponseAlg`` says; JSON if it says nothing.
    """
    fields = await form(request) if request.method == "POST" else {}
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    token = value.strip() if scheme.lower() == "bearer" else fields.get("access_token", "")
    issuer = base_url(request)

    def work(store: Store) -> Response:
        found = find(store, token) if token else None
        if found is None or not found.good("access_token", sandbox.now):
            raise invalid_token("The access token is missing, unknown, expired or revoked.")
        row = store.get(CLIENTS, found.client)
        if found.role is None or row is None or "openid" not in found.scope_set:
            raise OAuthFailure(
                403,
                "insufficient_scope",
                "The access token has no scope openid, or is not of a user.",
                'Bearer error="insufficient_scope"',
            )
        claims = _claims(found.role, found.scope_set)
        algorithm = row.entry.get("userInfoSignedResponseAlg")
        if not algorithm or algorithm == "none":
            return JSONResponse(claims, headers=NO_STORE)
        from tui.sandbox.signing import sign

        now = sandbox.now
        about = {"iss": issuer, "aud": found.client, "iat": now, "exp": now + _SECONDS}
        jwt = sign(sandbox.settings.data_folder, claims | about, "JWT", algorithm)
        return Response(jwt, headers=NO_STORE, media_type="application/jwt")

    return await sandbox.run(work)


def routes() -> list[Route]:
    """The routes of this noun."""
    return [Route(f"{AUTH}/userinfo", answering(userinfo), methods=["GET", "POST"])]


def _claims(role: str, scopes: frozenset[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "sub": USER.inum,
        "inum": USER.inum,
        "user_name": USER.name,
        "jansAdminUIRole": [role] if role else [],
    }
    if "profile" in scopes:
        found |= {"name": USER.display_name, "preferred_username": USER.name}
    if "email" in scopes:
        found |= {"email": USER.email, "email_verified": True}
    return found
