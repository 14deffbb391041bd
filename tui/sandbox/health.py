"""Health endpoints, most of them open to all."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui import __version__
from tui.models.dates import to_wire
from tui.sandbox.protection import answering, needs, protected
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.urls import CONFIG_API

READ_VERSION = needs("app-version.readonly", "", "health.admin read-all")
READ_STATUS = needs("data.readonly", "", "health.admin read-all")

SERVICES = {
    "jans-auth": "Running",
    "jans-config-api": "Running",
    "jans-casa": "Not present",
    "jans-fido2": "Not present",
    "jans-scim": "Not present",
}
"""What of a Jans installation a sandbox plays."""

LIVE = {"name": "jans-config-api liveness", "status": "UP"}


async def both(_request: Request, sandbox: Sandbox) -> Response:
    """GET liveness and readiness; always 200."""
    return JSONResponse([LIVE, await _readiness(sandbox)])


async def live(_request: Request, _sandbox: Sandbox) -> Response:
    """GET liveness."""
    return JSONResponse(LIVE)


async def ready(_request: Request, sandbox: Sandbox) -> Response:
    """GET readiness: whether the database answers."""
    return JSONResponse(await _readiness(sandbox))


async def auth_server(_request: Request, sandbox: Sandbox) -> Response:
    """GET the authorization server's health."""
    up = (await _readiness(sandbox))["status"] == "UP"
    return JSONResponse({"status": "running", "db_status": "online" if up else "offline"})


async def server_stat(_request: Request, sandbox: Sandbox) -> Response:
    """GET how the machine does; a sandbox tells nothing of the one that it runs on."""
    facts = {
        "memoryfree": "61.2%",
        "swapfree": "0.0%",
        "hostname": "sandbox.localhost",
        "ipaddress": "127.0.0.1",
        "uptime": "1 day, 3:54",
        "free_disk_space": "87.5%",
        "load_average": "0.25",
    }
    when = to_wire(datetime.fromtimestamp(sandbox.now, UTC).replace(tzinfo=None))
    return JSONResponse({"dbType": "sql", "lastUpdate": when, "facterData": facts})


async def app_version(request: Request, _sandbox: Sandbox) -> Response:
    """GET the versions, all or that of the ``artifact``."""
    return JSONResponse(_one_or_all(dict.fromkeys(SERVICES, __version__), request, "artifact"))


async def service_status(request: Request, _sandbox: Sandbox) -> Response:
    """GET which services run, all or the one called ``service``."""
    return JSONResponse(_one_or_all(SERVICES, request, "service"))


def routes() -> list[Route]:
    """The routes of this noun."""
    return [
        Route(f"{CONFIG_API}/health", answering(both), methods=["GET"]),
        Route(f"{CONFIG_API}/health/live", answering(live), methods=["GET"]),
        Route(f"{CONFIG_API}/health/ready", answering(ready), methods=["GET"]),
        Route(f"{CONFIG_API}/jans-auth-server/health", answering(auth_server), methods=["GET"]),
        Route(f"{CONFIG_API}/health/server-stat", answering(server_stat), methods=["GET"]),
        Route(
            f"{CONFIG_API}/health/app-version",
            protected(READ_VERSION, app_version),
            methods=["GET"],
        ),
        Route(
            f"{CONFIG_API}/health/service-status",
            protected(READ_STATUS, service_status),
            methods=["GET"],
        ),
    ]


def _one_or_all(found: dict[str, str], request: Request, parameter: str) -> dict[str, str]:
    name = request.query_params.get(parameter) or "all"
    return found if name.lower() == "all" else {key: found[key] for key in found if key == name}


async def _readiness(sandbox: Sandbox) -> dict[str, str]:
    name = "jans-config-api readiness"
    try:
        await sandbox.run(lambda store: store.connection.execute("SELECT 1").fetchone())
    except Exception:
        return {"name": name, "status": "DOWN", "error": "The database cannot be used."}
    return {"name": name, "status": "UP"}
