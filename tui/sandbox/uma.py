"""``/uma/resources``: what clients put under the protection of UMA."""

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
from tui.sandbox.urls import CONFIG_API

READ = needs("uma.readonly", "uma.write", "uma.admin read-all write-all")
DELETE = needs("uma.delete", "", "uma.admin delete-all")

PATH = f"{CONFIG_API}/uma/resources"


async def get_of_client(request: Request, sandbox: Sandbox) -> Response:
    """GET the resources of one client: a bare array."""
    dn = client_dn(request.path_params["clientId"])

    def work(store: Store) -> str:
        rows = store.connection.execute("SELECT body FROM uma_resources ORDER BY id")
        bodies = [body for (body,) in rows if dn in json.loads(body)["clients"]]
        return f"[{', '.join(bodies)}]"

    return Response(await sandbox.run(work), media_type=JSON)


async def delete_one(request: Request, sandbox: Sandbox) -> Response:
    """DELETE a resource by its id; 204."""
    key = request.path_params["id"]

    def work(store: Store) -> None:
        with store.writing():
            done = store.connection.execute("DELETE FROM uma_resources WHERE id = ?", (key,))
        if done.rowcount != 1:
            raise not_found("The requested UMA resource doesn't exist")

    await sandbox.run(work)
    return Response(status_code=204)


def routes() -> list[Route]:
    """The routes of this noun."""
    return routes_of(
        [
            (f"{PATH}/clientId/{{clientId}}", "GET", protected(READ, get_of_client)),
            (f"{PATH}/{{id}}", "DELETE", protected(DELETE, delete_one)),
        ]
    )
