"""Who may call an operation, and what every operation answers when something goes wrong."""

import sqlite3
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from tui.sandbox.errors import Failure, internal, unauthorized, unusable
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.schema import WrongVersionError
from tui.sandbox.tokens import find
from tui.sandbox.urls import base_url

P = "https://jans.io/oauth/config/"

Handler = Callable[[Request, Sandbox], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


class Needs(NamedTuple):
    """The scopes of an operation, as the server's ``@ProtectedApi`` lists them.

    One of ``super`` or one of ``group`` is enough; otherwise all of ``granular`` are needed.
    """

    granular: frozenset[str]
    group: frozenset[str]
    super: frozenset[str]

    def allow(self, held: frozenset[str]) -> bool:
        """Whether a token that holds these scopes may call."""
        return bool(held & self.super or held & self.group or held >= self.granular)


def needs(granular: str, group: str = "", super: str = "") -> Needs:  # noqa: A002
    """Scopes given as space-joined names without the common prefix.

    A group scope ``x.read`` is also known by its older spelling ``x-read``.
    """
    groups = _names(group)
    for name in group.split():
        if name.startswith("openid/openid."):
            action = name.rpartition(".")[2].replace("readonly", "read")
            groups |= {f"{P}openid-{action}"}
    return Needs(_names(granular), groups, _names(super))


def protected(needed: Needs, handler: Handler) -> Endpoint:
    """``handler`` for those whose token has the scopes that are needed."""

    @wraps(handler)
    async def guarded(request: Request, sandbox: Sandbox) -> Response:
        await _authorize(request, sandbox, needed)
        return await handler(request, sandbox)

    # For the description of this operation; ``wraps`` hands it on.
    guarded.__dict__["needs"] = needed
    return answering(guarded)


def answering(handler: Handler) -> Endpoint:
    """``handler`` as an endpoint whose failures become the documented answers."""

    @wraps(handler)
    async def endpoint(request: Request) -> Response:
        sandbox: Sandbox = request.app.state.sandbox
        try:
            return await handler(request, sandbox)
        except Failure as failure:
            return failure.response()
        except (sqlite3.Error, OSError, WrongVersionError) as error:
            if _is_about_the_request(error):
                return internal().response()
            return unusable(sandbox.settings.data_folder, error).response()
        except Exception:
            # Nothing is logged: a message may hold a secret from the request.
            return internal().response()

    return endpoint


def _is_about_the_request(error: Exception) -> bool:
    """Whether the database is sound and refused what the request amounts to."""
    # Only errors that SQLite itself reports have a code; its low byte is the primary one.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT)


async def _authorize(request: Request, sandbox: Sandbox, needed: Needs) -> None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token:
        raise unauthorized("ONLY TOKEN BASED AUTHORIZATION IS SUPPORTED!")
    issuer = request.headers.get("issuer")
    if issuer is not None and issuer != base_url(request):
        raise unauthorized("Header Issuer is Invalid.")
    held = await _scopes(token, sandbox)
    if held is None:
        jwt = token.count(".") == 2
        raise unauthorized("Jwt Token is Invalid." if jwt else "Token is Invalid.")
    if not needed.allow(held):
        raise unauthorized(
            "oAuth authorization error Insufficient scopes! ,"
            f" Required scope: [{', '.join(sorted(needed.granular))}],"
            f" however token scopes: [{', '.join(sorted(held))}]"
        )


async def _scopes(token: str, sandbox: Sandbox) -> frozenset[str] | None:
    """The scopes of a token that this server issued and that is still good, else None."""
    found = await sandbox.run(lambda store: find(store, token))
    if found is None or not found.good("access_token", sandbox.now):
        return None
    return found.scope_set


def _names(text: str) -> frozenset[str]:
    return frozenset(name if "://" in name else P + name for name in text.split())
