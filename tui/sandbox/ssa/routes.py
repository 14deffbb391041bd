"""``/ssa``: make, list, show, validate and revoke software statement assertions."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tui.models.json import Json, JsonObject
from tui.sandbox.answers import not_to_be_stored
from tui.sandbox.bodies import json_object
from tui.sandbox.oauth_errors import NO_STORE
from tui.sandbox.protection import Endpoint, answering, needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.ssa.access import ADMIN, DEVELOPER, PORTAL, authorized
from tui.sandbox.ssa.errors import invalid_jti
from tui.sandbox.ssa.record import Ssa
from tui.sandbox.ssa.records import get, put, select
from tui.sandbox.store import Store
from tui.sandbox.urls import AUTH, CONFIG_API, base_url

DELETE = needs("ssa.delete", "ssa.write", f"{ADMIN} delete-all")


async def post_ssa(request: Request, sandbox: Sandbox) -> Response:
    """POST a new statement; 201 with its JWT."""
    given = await json_object(request)
    issuer = base_url(request)

    def work(store: Store) -> JsonObject:
        from tui.sandbox.ssa.reading import new_ssa

        token = authorized(sandbox, store, request, [ADMIN])
        made = new_ssa(given, token.client, sandbox.settings.keep_unknown, sandbox.now)
        with store.writing():
            put(store, made)
        return {"ssa": _jwt(sandbox, made, issuer)}

    return not_to_be_stored(await sandbox.run(work), 201)


async def get_ssas(request: Request, sandbox: Sandbox) -> Response:
    """GET the statements, of one ``jti`` or ``org_id`` if given; a developer sees its own."""
    issuer = base_url(request)
    wanted = _wanted(request)

    def work(store: Store) -> list[JsonObject]:
        token = authorized(sandbox, store, request, [ADMIN, PORTAL, DEVELOPER])
        all_of_them = token.scope_set & {ADMIN, PORTAL}
        creator = None if all_of_them else token.client
        return [_listed(ssa, issuer, sandbox.now) for ssa in select(store, *wanted, creator)]

    return not_to_be_stored(await sandbox.run(work))


async def get_jwt(request: Request, sandbox: Sandbox) -> Response:
    """GET the JWT of the active statement with this ``jti``."""
    issuer = base_url(request)
    jti = request.query_params.get("jti", "")

    def work(store: Store) -> JsonObject:
        authorized(sandbox, store, request, [ADMIN])
        ssa = get(store, jti)
        if ssa is None or ssa.status_at(sandbox.now) != "ACTIVE":
            raise invalid_jti()
        return {"ssa": _jwt(sandbox, ssa, issuer)}

    return not_to_be_stored(await sandbox.run(work))


async def validate(request: Request, sandbox: Sandbox) -> Response:
    """POST with a header ``jti``, by anybody: 200 if that statement is active, 422 if not."""
    jti = request.headers.get("jti", "")

    def work(store: Store) -> bool:
        ssa = get(store, jti)
        return ssa is not None and ssa.status_at(sandbox.now) == "ACTIVE"

    return Response(status_code=200 if await sandbox.run(work) else 422, headers=NO_STORE)


async def delete_ssas(request: Request, sandbox: Sandbox) -> Response:
    """DELETE: revoke the active statements of a ``jti`` or an ``org_id``."""
    return await _revoked(
        request, sandbox, lambda store: authorized(sandbox, store, request, [ADMIN])
    )


async def delete_one(request: Request, sandbox: Sandbox) -> Response:
    """DELETE by the Config API: revoke the active statement of a ``jti``."""
    return await _revoked(request, sandbox, lambda _store: None)


def routes() -> list[Route]:
    """The routes of software statement assertions."""
    path = f"{AUTH}/ssa"
    endpoints: list[tuple[str, str, Endpoint]] = [
        (path, "POST", answering(post_ssa)),
        (path, "GET", answering(get_ssas)),
        (path, "DELETE", answering(delete_ssas)),
        (f"{path}/jwt", "GET", answering(get_jwt)),
        (f"{path}/validation", "POST", answering(validate)),
        (f"{CONFIG_API}/jans-auth-server/ssa", "DELETE", protected(DELETE, delete_one)),
    ]
    return [Route(path, endpoint, methods=[method]) for path, method, endpoint in endpoints]


async def _revoked(
    request: Request, sandbox: Sandbox, allow: Callable[[Store], object]
) -> Response:
    """200 after revoking; 406 when nothing is named, 422 when there is none that is active."""
    wanted = _wanted(request)

    def work(store: Store) -> int:
        allow(store)
        if wanted == (None, None):
            return 406
        with store.writing():
            active = [
                ssa for ssa in select(store, *wanted) if ssa.status_at(sandbox.now) == "ACTIVE"
            ]
            for ssa in active:
                put(store, ssa.with_status("REVOKED"))
        return 200 if active else 422

    return Response(status_code=await sandbox.run(work), headers=NO_STORE)


def _wanted(request: Request) -> tuple[str | None, str | None]:
    """``jti`` and ``org_id`` of the query; None for those that are missing or blank."""
    jti, org = (request.query_params.get(name, "").strip() for name in ("jti", "org_id"))
    return jti or None, org or None


def _jwt(sandbox: Sandbox, ssa: Ssa, issuer: str) -> str:
    from tui.sandbox.signing import sign

    return sign(sandbox.settings.data_folder, ssa.claims(issuer), "jwt")


def _listed(ssa: Ssa, issuer: str, now: int) -> JsonObject:
    status: Json = ssa.status_at(now)
    return {
        "ssa": ssa.claims(issuer),
        # The client that made it, as the server has it.
        "iss": ssa.creator,
        "created_at": ssa.created,
        "expiration": ssa.expiration,
        "status": status,
    }
