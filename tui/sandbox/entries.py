"""What clients and scopes have in common as resources."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tui.sandbox.errors import not_found
from tui.sandbox.protection import Endpoint
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Row, Store
from tui.sandbox.tables import CLIENTS, SCOPES, Table

_NO_SUCH_ENTRY = {
    CLIENTS.name: "The requested openid connect client doesn't exist",
    SCOPES.name: "The requested scope doesn't exist",
}


def existing(store: Store, table: Table, inum: str) -> Row:
    """The entry of ``table`` whose key is ``inum``.

    Raises:
        Failure: 404, there is none.
    """
    row = store.get(table, inum)
    if row is None:
        raise not_found(_NO_SUCH_ENTRY[table.name])
    return row


async def delete_entry(request: Request, sandbox: Sandbox, table: Table) -> Response:
    """Take the entry that the path names out of ``table``; 204."""
    inum = request.path_params["inum"]

    def work(store: Store) -> None:
        with store.writing():
            existing(store, table, inum)
            store.delete(table, inum)

    await sandbox.run(work)
    return Response(status_code=204)


def routes_of(table: list[tuple[str, str, Endpoint]]) -> list[Route]:
    """A route for each path, method and endpoint."""
    return [Route(path, endpoint, methods=[method]) for path, method, endpoint in table]
