"""``/register``: POST (RFC 7591), and GET, PUT, DELETE with ``client_id`` (RFC 7592)."""

from __future__ import annotations

import asyncio
from functools import wraps
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tui.models.json import JsonObject
from tui.sandbox.answers import not_to_be_stored
from tui.sandbox.errors import Failure
from tui.sandbox.oauth_errors import NO_STORE
from tui.sandbox.protection import Endpoint, Handler, answering
from tui.sandbox.registration.access import check_enabled, check_initial_token
from tui.sandbox.registration.errors import unexpected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.urls import AUTH, base_url

if TYPE_CHECKING:
    from tui.sandbox.registration.work import Plan


async def post_registration(request: Request, sandbox: Sandbox) -> Response:
    """POST the metadata of a new client; 201 with what was registered."""
    check_initial_token(sandbox.settings.registration, request)
    made = await _saved(request, sandbox, None)
    return not_to_be_stored(made, sandbox.settings.registration.created_status)


async def get_registration(request: Request, sandbox: Sandbox) -> Response:
    """GET a client with its registration access token."""
    issuer = base_url(request)

    def work(store: Store) -> JsonObject:
        from tui.sandbox.registration.work import show

        with store.writing():
            return show(sandbox, store, request, issuer)

    return not_to_be_stored(await sandbox.run(work))


async def put_registration(request: Request, sandbox: Sandbox) -> Response:
    """PUT new metadata of a client."""
    return not_to_be_stored(await _saved(request, sandbox, request))


async def delete_registration(request: Request, sandbox: Sandbox) -> Response:
    """DELETE a client; 204."""

    def work(store: Store) -> None:
        from tui.sandbox.registration.work import delete

        with store.writing():
            delete(sandbox, store, request)

    await sandbox.run(work)
    return Response(status_code=204, headers=NO_STORE)


def routes() -> list[Route]:
    """The routes of registration."""
    handlers: dict[str, Handler] = {
        "POST": post_registration,
        "GET": get_registration,
        "PUT": put_registration,
        "DELETE": delete_registration,
    }
    path = f"{AUTH}/register"
    return [
        Route(path, _endpoint(handler), methods=[method]) for method, handler in handlers.items()
    ]


async def _saved(request: Request, sandbox: Sandbox, named: Request | None) -> JsonObject:
    """The answer after the request's metadata are stored, in the client ``named`` or a new one.

    The sector identifier is read between two looks at the data, for it may take seconds.
    """
    from tui.sandbox.outside import json_array
    from tui.sandbox.registration.bodies import request_metadata

    given = await request_metadata(request, sandbox)
    issuer = base_url(request)

    def planned(store: Store) -> Plan:
        from tui.sandbox.registration.work import plan

        return plan(sandbox, store, given, issuer, named)

    uri = (await sandbox.run(planned)).sector_uri
    trusted = sandbox.settings.registration.trusted_hosts
    documents = {uri: await asyncio.to_thread(json_array, uri, trusted)} if uri else {}

    def saved(store: Store) -> JsonObject:
        from tui.sandbox.registration.work import save

        with store.writing():
            return save(sandbox, store, planned(store), documents, issuer)

    return await sandbox.run(saved)


def _endpoint(handler: Handler) -> Endpoint:
    """``handler`` while registration is on; what goes wrong is told in registration's way."""

    @wraps(handler)
    async def guarded(request: Request, sandbox: Sandbox) -> Response:
        check_enabled(sandbox.settings.registration)
        try:
            return await handler(request, sandbox)
        except Failure:
            raise
        except Exception:
            raise unexpected() from None

    return answering(guarded)
