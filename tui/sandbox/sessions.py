"""``/jans-auth-server/session``: who is signed in with a browser, which on a sandbox is nobody."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.models.json import JsonObject
from tui.sandbox.entries import routes_of
from tui.sandbox.errors import not_found
from tui.sandbox.paging import listing
from tui.sandbox.protection import needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.urls import CONFIG_API

_SCOPE = "https://jans.io/oauth/jans-auth-server/session"
READ = needs(f"{_SCOPE}.readonly", "", "read-all write-all")
DELETE = needs(f"{_SCOPE}.delete", "", "delete-all")

PATH = f"{CONFIG_API}/jans-auth-server/session"


async def search(request: Request, sandbox: Sandbox) -> Response:
    """GET a page of sessions: an empty one."""
    wanted = listing(request, sandbox.settings.max_count)
    page: JsonObject = {"start": wanted.start, "totalEntriesCount": 0, "entriesCount": 0}
    return JSONResponse(page | {"entries": []})


async def delete_one(request: Request, _sandbox: Sandbox) -> Response:
    """DELETE a session by its ``sid``: there is none."""
    raise not_found(f"The session {request.path_params['sid']} doesn't exist")


def routes() -> list[Route]:
    """The routes of this noun."""
    return routes_of(
        [
            (f"{PATH}/search", "GET", protected(READ, search)),
            (f"{PATH}/sid/{{sid}}", "DELETE", protected(DELETE, delete_one)),
        ]
    )
