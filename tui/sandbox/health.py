"""Health endpoints, open to all."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tui.sandbox.protection import answering
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.urls import CONFIG_API

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


def routes() -> list[Route]:
    """The routes of this noun."""
    return [
        Route(f"{CONFIG_API}/health", answering(both), methods=["GET"]),
        Route(f"{CONFIG_API}/health/live", answering(live), methods=["GET"]),
        Route(f"{CONFIG_API}/health/ready", answering(ready), methods=["GET"]),
        Route(f"{CONFIG_API}/jans-auth-server/health", answering(auth_server), methods=["GET"]),
    ]


async def _readiness(sandbox: Sandbox) -> dict[str, str]:
    name = "jans-config-api readiness"
    try:
        await sandbox.run(lambda store: store.connection.execute("SELECT 1").fetchone())
    except Exception:
        return {"name": name, "status": "DOWN", "error": "The database cannot be used."}
    return {"name": name, "status": "UP"}
