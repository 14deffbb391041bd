"""``/.well-known/openid-configuration`` (OpenID Connect Discovery 1.0, RFC 8414)."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.models.json import Json
from tui.sandbox.listing import Listing
from tui.sandbox.lookups import DEFAULT_ACR
from tui.sandbox.protection import answering
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tables import ATTRIBUTES, SCOPES, SCRIPTS, Table
from tui.sandbox.urls import base_url

PATH = "/.well-known/openid-configuration"


async def configuration(request: Request, sandbox: Sandbox) -> Response:
    """GET the metadata; every URL stands on the request's own scheme and host."""
    from tui.sandbox.metadata import metadata

    live = await sandbox.run(_live)
    return JSONResponse(metadata(base_url(request)) | live)


def routes() -> list[Route]:
    """The routes of this noun."""
    endpoint = answering(configuration)
    return [Route(path, endpoint, methods=["GET"]) for path in (PATH, f"/jans-auth{PATH}")]


def _live(store: Store) -> dict[str, Json]:
    """What depends on the entries."""
    scripts = Listing(
        limit=0,
        sort_by="jansLevel",
        equal=(("scriptType", "person_authentication"), ("enabled", "true")),
    )
    scopes: list[Json] = []
    for row in store.rows(SCOPES, store.find(SCOPES, Listing(limit=0)).ids):
        attributes = row.entry.get("attributes")
        if isinstance(attributes, dict) and attributes.get("showInConfigurationEndpoint"):
            scopes.append(row.entry["id"])
    claims = Listing(limit=0, equal=(("status", "active"),))
    return {
        "acr_values_supported": _distinct(DEFAULT_ACR, *_members(store, SCRIPTS, scripts, "name")),
        "scopes_supported": scopes,
        "claims_supported": _distinct("sub", *_members(store, ATTRIBUTES, claims, "claimName")),
    }


def _members(store: Store, table: Table, listing: Listing, member: str) -> list[str]:
    rows = store.rows(table, store.find(table, listing).ids)
    values = (row.entry.get(member) for row in rows)
    return [value for value in values if isinstance(value, str)]


def _distinct(*values: str) -> list[Json]:
    return [*dict.fromkeys(values)]
