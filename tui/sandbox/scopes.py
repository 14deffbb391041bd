"""``/scopes``: list, read, create, replace, patch, delete."""

import json
import uuid

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tui.models.json import JsonObject
from tui.sandbox.bodies import PATCH, expect, json_object, read
from tui.sandbox.clients import client_text
from tui.sandbox.entries import delete_entry, existing, routes_of
from tui.sandbox.errors import JSON, missing, unreadable
from tui.sandbox.listing import Listing
from tui.sandbox.paging import as_stored, boolean, listing, page, with_members
from tui.sandbox.protection import needs, protected
from tui.sandbox.readers import WrongTypeError
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.scope_entry import scope_dn
from tui.sandbox.store import Row, Store
from tui.sandbox.tables import CLIENTS, SCOPES
from tui.sandbox.urls import CONFIG_API

READ = needs("scopes.readonly", "scopes.write", "scopes.admin read-all write-all")
WRITE = needs("scopes.write", "", "scopes.admin write-all")
DELETE = needs("scopes.delete", "", "scopes.admin delete-all")


async def get_scopes(request: Request, sandbox: Sandbox) -> Response:
    """GET a page of scopes; ``type`` counts only without ``fieldValuePair``."""
    kind = request.query_params.get("type", "")
    wanted = listing(
        request, sandbox.settings.max_count, fixed=("scopeType", kind) if kind else None
    )

    def with_clients(store: Store, row: Row) -> str:
        return _with_clients(sandbox, store, row)

    associated = boolean(request, "withAssociatedClients")
    return await page(sandbox, SCOPES, wanted, with_clients if associated else as_stored)


async def get_scope(request: Request, sandbox: Sandbox) -> Response:
    """GET one scope by ``inum``."""
    inum = request.path_params["inum"]

    def work(store: Store) -> str:
        row = existing(store, SCOPES, inum)
        if boolean(request, "withAssociatedClients"):
            return _with_clients(sandbox, store, row)
        return row.body

    return Response(await sandbox.run(work), media_type=JSON)


async def get_by_type(request: Request, sandbox: Sandbox) -> Response:
    """GET all scopes of a type as a bare array."""
    return await _all_where(sandbox, "scopeType", request.path_params["type"])


async def get_by_creator(request: Request, sandbox: Sandbox) -> Response:
    """GET all scopes that a client or user made, as a bare array."""
    return await _all_where(sandbox, "creatorId", request.path_params["creator"])


async def post_scope(request: Request, sandbox: Sandbox) -> Response:
    """POST a new scope under a new ``inum``."""
    given = await json_object(request)
    if not given.get("id"):
        raise missing("id")

    def work(store: Store) -> str:
        given["inum"] = str(uuid.uuid4())
        given["displayName"] = given.get("displayName") or given["id"]
        entry = _entry(given, sandbox)
        with store.writing():
            store.add(SCOPES, entry)
        return json.dumps(entry)

    return Response(await sandbox.run(work), 201, media_type=JSON)


async def put_scope(request: Request, sandbox: Sandbox) -> Response:
    """PUT a scope: the body is the whole new entry."""
    given = await json_object(request)
    if not given.get("inum"):
        # The server's own slip: it names the entity here, not the member.
        raise missing("scope")

    def work(store: Store) -> str:
        entry = _entry(given, sandbox)
        with store.writing():
            existing(store, SCOPES, str(entry["inum"]))
            store.put(SCOPES, entry)
        return json.dumps(entry)

    return Response(await sandbox.run(work), media_type=JSON)


async def patch_scope(request: Request, sandbox: Sandbox) -> Response:
    """PATCH a scope (RFC 6902); the answer is read back."""
    expect(request, PATCH)
    inum = request.path_params["inum"]
    patch = await read(request)

    def work(store: Store) -> str:
        from tui.sandbox.patching import apply
        from tui.sandbox.scope_input import patch_document, scope_entry

        with store.writing():
            row = existing(store, SCOPES, inum)
            after = apply(patch, patch_document(row.entry))
            entry = scope_entry(after, sandbox.settings.keep_unknown, sandbox.now)
            store.put(SCOPES, entry)
        return json.dumps(entry)

    return Response(await sandbox.run(work), media_type=JSON)


async def delete_scope(request: Request, sandbox: Sandbox) -> Response:
    """DELETE a scope, whether clients use it or not; 204."""
    return await delete_entry(request, sandbox, SCOPES)


def routes() -> list[Route]:
    """The routes of this noun."""
    path = f"{CONFIG_API}/scopes"
    one = f"{path}/{{inum}}"
    return routes_of(
        [
            (path, "GET", protected(READ, get_scopes)),
            (path, "POST", protected(WRITE, post_scope)),
            (path, "PUT", protected(WRITE, put_scope)),
            (one, "GET", protected(READ, get_scope)),
            (one, "PATCH", protected(WRITE, patch_scope)),
            (one, "DELETE", protected(DELETE, delete_scope)),
            (f"{path}/type/{{type}}", "GET", protected(READ, get_by_type)),
            (f"{path}/creator/{{creator}}", "GET", protected(READ, get_by_creator)),
        ]
    )


def _entry(given: JsonObject, sandbox: Sandbox) -> JsonObject:
    from tui.sandbox.scope_input import scope_entry

    try:
        return scope_entry(given, sandbox.settings.keep_unknown, sandbox.now)
    except WrongTypeError as error:
        raise unreadable(str(error)) from None


def _with_clients(sandbox: Sandbox, store: Store, row: Row) -> str:
    dn = scope_dn(str(row.entry["inum"]))
    rows = store.rows(CLIENTS, store.clients_of(dn))
    if not rows:
        return row.body
    texts = ",".join(client_text(sandbox, client) for client in rows)
    return with_members(row.body, {"clients": f"[{texts}]"})


async def _all_where(sandbox: Sandbox, name: str, value: str) -> Response:
    def work(store: Store) -> str:
        with store.reading():
            found = store.find(SCOPES, Listing(limit=0, equal=((name, value),)))
            rows = store.rows(SCOPES, found.ids)
        return "[" + ",".join(row.body for row in rows) + "]"

    return Response(await sandbox.run(work), media_type=JSON)
