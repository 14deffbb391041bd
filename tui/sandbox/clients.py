"""``/openid/clients``: list, read, create, replace, patch, delete."""

import json
import uuid
from collections.abc import Callable
from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tui.models.json import Json, JsonObject
from tui.sandbox import client_secrets
from tui.sandbox.bodies import PATCH, expect, json_object, read
from tui.sandbox.entries import delete_entry, existing, routes_of
from tui.sandbox.errors import JSON, missing, unreadable
from tui.sandbox.paging import listing, page, with_members
from tui.sandbox.protection import needs, protected
from tui.sandbox.readers import WrongTypeError
from tui.sandbox.references import resolve_claims, resolve_scopes
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Row, Store
from tui.sandbox.tables import CLIENTS
from tui.sandbox.urls import CONFIG_API

READ = needs(
    "openid/clients.readonly",
    "openid/openid.readonly",
    "openid/clients.admin read-all write-all",
)
WRITE = needs("openid/clients.write", "openid/openid.write", "openid/clients.admin write-all")
DELETE = needs("openid/clients.delete", "openid/openid.delete", "openid/clients.admin delete-all")


def client_text(sandbox: Sandbox, row: Row, alone: bool = False) -> str:
    """The JSON of a client as the server's generation shows its secret."""
    secret = client_secrets.shown(sandbox.settings, sandbox.cipher, row.secret, alone)
    return (
        row.body if secret is None else with_members(row.body, {"clientSecret": json.dumps(secret)})
    )


async def get_clients(request: Request, sandbox: Sandbox) -> Response:
    """GET a page of clients."""
    wanted = listing(request, sandbox.settings.max_count)
    return await page(sandbox, CLIENTS, wanted, lambda _, row: client_text(sandbox, row))


async def get_client(request: Request, sandbox: Sandbox) -> Response:
    """GET one client by ``inum``."""
    inum = request.path_params["inum"]

    def work(store: Store) -> str:
        return client_text(sandbox, existing(store, CLIENTS, inum), alone=True)

    return Response(await sandbox.run(work), media_type=JSON)


async def post_client(request: Request, sandbox: Sandbox) -> Response:
    """POST a new client; 201 with the entry as stored, ``claims`` as they were sent."""
    given = await json_object(request)

    def work(store: Store) -> str:
        from tui.sandbox.client_input import for_post

        inum = given.get("inum")
        if inum is None or (isinstance(inum, str) and not inum.strip()):
            given["inum"] = str(uuid.uuid4())
        entry = _entry(for_post, given, sandbox)
        sent = _pop_secret(entry)
        secret = client_secrets.from_post(sandbox.settings, sandbox.cipher, sent)
        return _save(sandbox, store, entry, secret, new=True)

    return Response(await sandbox.run(work), 201, media_type=JSON)


async def put_client(request: Request, sandbox: Sandbox) -> Response:
    """PUT a client: the body is the whole new entry."""
    given = await json_object(request)

    def work(store: Store) -> str:
        from tui.sandbox.client_input import for_put

        if not given.get("inum"):
            raise missing("inum")
        entry = _entry(for_put, given, sandbox)
        sent = _pop_secret(entry)
        secret = client_secrets.from_put(sandbox.settings, sandbox.cipher, sent)
        return _save(sandbox, store, entry, secret, new=False)

    return Response(await sandbox.run(work), media_type=JSON)


async def patch_client(request: Request, sandbox: Sandbox) -> Response:
    """PATCH a client (RFC 6902); the answer is the merged object, not what is read back."""
    expect(request, PATCH)
    inum = request.path_params["inum"]
    patch = await read(request)

    def work(store: Store) -> str:
        from tui.sandbox.client_entry import without_empties
        from tui.sandbox.client_patch import patched

        with store.writing():
            row = existing(store, CLIENTS, inum)
            entry = patched(row, patch, sandbox.settings.keep_unknown, sandbox.now)
            after = _pop_secret(entry)
            secret = client_secrets.from_patch(sandbox.settings, sandbox.cipher, row.secret, after)
            store.put(CLIENTS, without_empties(entry), secret)
        answer = entry if secret is None else {**entry, "clientSecret": secret}
        return json.dumps(answer)

    return Response(await sandbox.run(work), media_type=JSON)


async def delete_client(request: Request, sandbox: Sandbox) -> Response:
    """DELETE a client; 204."""
    return await delete_entry(request, sandbox, CLIENTS)


def routes() -> list[Route]:
    """The routes of this noun."""
    path = f"{CONFIG_API}/openid/clients"
    one = f"{path}/{{inum}}"
    return routes_of(
        [
            (path, "GET", protected(READ, get_clients)),
            (path, "POST", protected(WRITE, post_client)),
            (path, "PUT", protected(WRITE, put_client)),
            (one, "GET", protected(READ, get_client)),
            (one, "PATCH", protected(WRITE, patch_client)),
            (one, "DELETE", protected(DELETE, delete_client)),
        ]
    )


def _entry(
    make: Callable[[JsonObject, bool, int], JsonObject], given: JsonObject, sandbox: Sandbox
) -> JsonObject:
    try:
        entry = make(given, sandbox.settings.keep_unknown, sandbox.now)
    except WrongTypeError as error:
        raise unreadable(str(error)) from None
    if not entry.get("redirectUris"):
        raise missing("redirectUris")
    return entry


def _save(sandbox: Sandbox, store: Store, entry: JsonObject, secret: str | None, new: bool) -> str:
    """Store a complete entry, its references resolved; return the answer's JSON."""
    from tui.sandbox.client_entry import without_empties

    claims = entry.get("claims")
    inum = str(entry["inum"])
    with store.writing():
        if not new:
            existing(store, CLIENTS, inum)
        entry["scopes"] = cast(Json, resolve_scopes(store, entry.get("scopes")))
        entry["claims"] = cast(Json, resolve_claims(store, claims))
        kept = without_empties(entry)
        if new:
            store.add(CLIENTS, kept, secret)
        else:
            store.put(CLIENTS, kept, secret)
    if claims:
        kept["claims"] = claims
    return client_text(sandbox, Row(json.dumps(kept), secret))


def _pop_secret(entry: JsonObject) -> str | None:
    value = entry.pop("clientSecret", None)
    return value if isinstance(value, str) else None
