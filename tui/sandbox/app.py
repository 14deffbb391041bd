"""The embedded server as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from tui.sandbox import (
    authorizations,
    clients,
    device,
    discovery,
    health,
    lookups,
    oauth,
    properties,
    scopes,
    sessions,
    statistics,
    token_entries,
    uma,
    userinfo,
)
from tui.sandbox.errors import no_such_page
from tui.sandbox.openapi import document
from tui.sandbox.registration import routes as registration
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.ssa import routes as ssa


def create_app(settings: SandboxSettings) -> Starlette:
    """An application that speaks as a Jans server does, on the data of ``settings``.

    Nothing is opened or made before the first request. Several applications, in this and in
    other processes, may share a data folder. ``app.state.sandbox`` is the ``Sandbox`` behind
    it; its ``close()`` runs at ASGI shutdown, and may be called where there is none.
    """
    sandbox = Sandbox(settings)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        sandbox.close()

    nouns = (
        *(clients, scopes, lookups, token_entries, authorizations, uma, statistics),
        *(properties, sessions),
        *(oauth, device, userinfo, registration, ssa, discovery, health, document),
    )
    app = Starlette(
        routes=[route for noun in nouns for route in noun.routes()],
        exception_handlers={HTTPException: _refused},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    app.state.sandbox = sandbox
    return app


async def _refused(_request: Request, error: Exception) -> Response:
    """What the router refuses: unknown paths, and methods that a path does not have."""
    if isinstance(error, HTTPException) and error.status_code != 404:
        return Response(status_code=error.status_code, headers=error.headers)
    return no_such_page()
