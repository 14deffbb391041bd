"""What the sandbox is compared with: a Starlette server that knows one answer.

``python serve_constant.py BYTES`` prints its port, and answers every GET with JSON of that size.
"""

import json
import socket
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

MEMBER = "clientName"
ANSWER = {MEMBER: "x" * (int(sys.argv[1]) - len(json.dumps({MEMBER: ""}, separators=(",", ":"))))}


async def answer(_request: Request) -> JSONResponse:
    """The one answer."""
    return JSONResponse(ANSWER)


with socket.create_server(("127.0.0.1", 0)) as listener:
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    app = Starlette(routes=[Route("/{path:path}", answer)])
    uvicorn.Server(uvicorn.Config(app, http="h11", access_log=False, log_level="warning")).run(
        sockets=[listener]
    )
