"""What clients refer to: attributes (claims), authentication methods, scripts."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.sandbox.paging import listing, page
from tui.sandbox.protection import needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.tables import ATTRIBUTES, SCRIPTS
from tui.sandbox.urls import CONFIG_API

READ_ATTRIBUTES = needs("attributes.readonly", "", "attributes.admin read-all write-all")
READ_ACRS = needs("acrs.readonly", "acrs.write", "acrs.admin read-all write-all")
READ_SCRIPTS = needs("scripts.readonly", "scripts.write", "scripts.admin read-all write-all")

DEFAULT_ACR = "simple_password_auth"


async def get_attributes(request: Request, sandbox: Sandbox) -> Response:
    """GET a page of attributes; ``status`` is active, inactive, or anything else for all."""
    status = request.query_params.get("status", "").lower()
    fixed = ("status", status) if status in ("active", "inactive") else None
    wanted = listing(request, sandbox.settings.max_count, fixed)
    return await page(sandbox, ATTRIBUTES, wanted)


async def get_scripts(request: Request, sandbox: Sandbox) -> Response:
    """GET a page of scripts."""
    return await page(sandbox, SCRIPTS, listing(request, sandbox.settings.max_count))


async def get_acrs(_request: Request, _sandbox: Sandbox) -> Response:
    """GET the default authentication method."""
    return JSONResponse({"defaultAcr": DEFAULT_ACR})


def routes() -> list[Route]:
    """The routes of these nouns."""
    return [
        Route(f"{CONFIG_API}/attributes", protected(READ_ATTRIBUTES, get_attributes)),
        Route(f"{CONFIG_API}/config/scripts", protected(READ_SCRIPTS, get_scripts)),
        Route(f"{CONFIG_API}/acrs", protected(READ_ACRS, get_acrs)),
    ]
