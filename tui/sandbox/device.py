"""Device authorization: the endpoint for devices and the page for people (RFC 8628)."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from tui.models.json import JsonObject
from tui.sandbox import device_codes, device_page
from tui.sandbox.authorizations import authorize
from tui.sandbox.client_auth import authenticate
from tui.sandbox.credentials_sent import credentials_sent
from tui.sandbox.forms import form
from tui.sandbox.grants.device_code import NAME
from tui.sandbox.grants.scopes import granted, held_scopes
from tui.sandbox.oauth import check_grant
from tui.sandbox.oauth_errors import NO_STORE
from tui.sandbox.protection import answering
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Store
from tui.sandbox.tables import CLIENTS
from tui.sandbox.urls import AUTH, base_url
from tui.sandbox.users import ROLES

PAGE = "/jans-auth/device-code"


async def device_authorization(request: Request, sandbox: Sandbox) -> Response:
    """POST to start (section 3.1); the answer has the codes and where to type the short one."""
    fields = await form(request)
    settings = sandbox.settings

    def work(store: Store) -> JsonObject:
        client = authenticate(sandbox, store, credentials_sent(request, fields), public=True)
        check_grant(client, NAME)
        asked = fields.get("scope")
        if asked is not None:
            # Jans' own tool sends "openid+profile" with the plus signs escaped.
            asked = asked.replace("+", " ")
        scopes = " ".join(granted(asked, held_scopes(store, client)))
        expires = sandbox.now + settings.device_code_lifetime
        device_code, user_code = device_codes.create(
            store, str(client["inum"]), scopes, expires, settings.device_interval
        )
        page = base_url(request) + PAGE
        return {
            "device_code": device_code,
            "user_code": user_code,
            "verification_uri": page,
            "verification_uri_complete": f"{page}?user_code={user_code}",
            "expires_in": settings.device_code_lifetime,
            "interval": settings.device_interval,
        }

    return JSONResponse(await sandbox.run(work), headers=NO_STORE)


async def show_page(request: Request, sandbox: Sandbox) -> Response:
    """GET the page: it asks for the user code, or whether to let its client in."""
    code = request.query_params.get("user_code", "")
    if not code:
        return _page(device_page.ask_code())

    def work(store: Store) -> tuple[str, int]:
        found = device_codes.by_user_code(store, code)
        if found is None or found.state != "pending" or found.expires <= sandbox.now:
            return device_page.ask_code("This code is not known, or no longer good."), 404
        row = store.get(CLIENTS, found.client)
        name = str(row.entry.get("clientName") or found.client) if row else found.client
        return device_page.ask_consent(code, name, found.client, found.scopes.split()), 200

    return _page(*await sandbox.run(work))


async def answer_page(request: Request, sandbox: Sandbox) -> Response:
    """POST what the person decided: ``user_code``, ``decision`` and, to play with, ``role``.

    Other sites cannot make a browser do this: browsers say where a form comes from. Programs
    such as curl don't, and need nothing more.
    """
    if not _own_form(request):
        return _page(device_page.message("This form comes from another site."), 403)
    fields = await form(request)
    decision, role = fields.get("decision"), fields.get("role", "api-admin")
    if decision not in ("approve", "deny") or role not in (*ROLES, device_page.NO_ROLE):
        return _page(device_page.message("Say approve or deny, and pick one of the roles."), 400)

    def work(store: Store) -> tuple[str, int]:
        found = device_codes.by_user_code(store, fields.get("user_code", ""))
        known = found is not None and found.expires > sandbox.now
        approved = decision == "approve"
        kept = "" if role == device_page.NO_ROLE else role
        if found is None or not known or not device_codes.decide(store, found, approved, kept):
            return device_page.ask_code("This code is not known, or no longer good."), 404
        if not approved:
            return device_page.message("Denied. You can close this page."), 200
        authorize(store, found.client, found.scopes)
        return device_page.message("Approved. Go back to your device."), 200

    return _page(*await sandbox.run(work))


def routes() -> list[Route]:
    """The routes of the device flow."""
    return [
        Route(f"{AUTH}/device_authorization", answering(device_authorization), methods=["POST"]),
        Route(PAGE, answering(show_page), methods=["GET"]),
        Route(PAGE, answering(answer_page), methods=["POST"]),
    ]


def _own_form(request: Request) -> bool:
    """Whether no browser says that the form stands on another origin (Fetch Metadata)."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    return request.headers.get("origin", base_url(request)) == base_url(request)


def _page(html: str, status: int = 200) -> Response:
    return HTMLResponse(html, status, headers=NO_STORE | device_page.HEADERS)
