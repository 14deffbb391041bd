"""``/clients/authorizations``: what people let clients do."""

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tui.sandbox.client_entry import client_dn
from tui.sandbox.entries import routes_of
from tui.sandbox.errors import JSON, not_found
from tui.sandbox.protection import needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tables import SCOPES
from tui.sandbox.urls import CONFIG_API
from tui.sandbox.users import USER

_A = "https://jans.io/oauth/client/authorizations."
READ = needs(f"{_A}readonly", "", f"{_A}admin read-all write-all")
DELETE = needs(f"{_A}delete", "", f"{_A}admin delete-all")

PATH = f"{CONFIG_API}/clients/authorizations"


def authorize(store: Store, client: str, scopes: str) -> None:
    """Note that the user let ``client`` have these space-joined scope ids."""
    with store.writing():
        store.connection.execute(
            "INSERT OR REPLACE INTO authorizations (user, client, scopes) VALUES (?, ?, ?)",
            (USER.inum, client, scopes),
        )


async def get_authorizations(request: Request, sandbox: Sandbox) -> Response:
    """GET the scopes that a user, named by ``inum``, gave to each client."""
    user = request.path_params["userId"]

    def work(store: Store) -> str:
        found = store.connection.execute(
            "SELECT client, scopes FROM authorizations WHERE user = ? ORDER BY client", (user,)
        ).fetchall()
        given = ", ".join(
            f"{json.dumps(_key(client))}: [{', '.join(_entries(store, scopes))}]"
            for client, scopes in found
        )
        return f'{{"clientAuths": {{{given}}}}}'

    return Response(await sandbox.run(work), media_type=JSON)


async def delete_authorization(request: Request, sandbox: Sandbox) -> Response:
    """DELETE what a user gave to a client; 204."""
    names = request.path_params

    def work(store: Store) -> None:
        with store.writing():
            done = store.connection.execute(
                "DELETE FROM authorizations WHERE user = ? AND client = ? AND ? = ?",
                (names["userId"], names["clientId"], names["username"], USER.name),
            )
        if done.rowcount != 1:
            raise not_found("The requested client authorization doesn't exist")

    await sandbox.run(work)
    return Response(status_code=204)


def routes() -> list[Route]:
    """The routes of this noun."""
    one = f"{PATH}/{{userId}}/{{clientId}}/{{username}}"
    return routes_of(
        [
            (f"{PATH}/{{userId}}", "GET", protected(READ, get_authorizations)),
            (one, "DELETE", protected(DELETE, delete_authorization)),
        ]
    )


def _key(client: str) -> str:
    """The Java ``toString()`` that Jans has as the key."""
    return (
        "DeletableEntity{expirationDate=null, deletable=false}"
        f" BaseEntry [dn={client_dn(client)}]"
    )


def _entries(store: Store, scopes: str) -> list[str]:
    inums = (store.inum_by(SCOPES, "jansId", scope) for scope in scopes.split())
    rows = (store.get(SCOPES, inum) for inum in inums if inum is not None)
    return [row.body for row in rows if row is not None]
