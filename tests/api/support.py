"""Servers for the API layer to talk to, without a network."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tui.api import http
from tui.api.activity import Activity
from tui.api.config import ApiConfig
from tui.api.requester import Requester
from tui.api.resources.clients import ClientsApi
from tui.api.tokens import TokenAuth
from tui.api.transport import build_client
from tui.models.json import Json

BASE = "https://op.example"
SECRET = "p+ss%w:rd ü"
TOKEN = "access-token-0001"
CLIENTS = "/jans-config-api/api/v1/openid/clients"

Handler = Callable[[http.Request], http.Response]


def config(**changes: Any) -> ApiConfig:
    """The usual configuration, with some of it changed."""
    usual = {"base_url": BASE, "client_id": "1800.me", "client_secret": SECRET}
    return ApiConfig(**(usual | changes))


def is_token_request(request: http.Request) -> bool:
    return request.url.path == "/jans-auth/restv1/token"


def granted(number: int = 1, **members: Json) -> http.Response:
    """A token endpoint's answer; ``number`` makes tokens differ."""
    body = {"access_token": f"access-token-{number:04}", "expires_in": 300, "token_type": "Bearer"}
    return http.Response(200, json={**body, **members})


@dataclass
class Server(http.AsyncBaseTransport):
    """Gives tokens, and has ``handler`` answer the rest; remembers what it was asked."""

    handler: Handler
    requests: list[http.Request] = field(default_factory=list)
    token_requests: list[http.Request] = field(default_factory=list)

    async def handle_async_request(self, request: http.Request) -> http.Response:
        await request.aread()
        if is_token_request(request):
            self.token_requests.append(request)
            return granted(len(self.token_requests))
        self.requests.append(request)
        return self.handler(request)

    @property
    def methods(self) -> list[str]:
        return [request.method for request in self.requests]


@dataclass
class Waits:
    """Stands in for sleeping: notes the seconds, and does not wait."""

    seconds: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def requester(
    transport: http.AsyncBaseTransport,
    *,
    settings: ApiConfig | None = None,
    waits: Callable[[float], Awaitable[None]] | None = None,
    activities: list[Activity] | None = None,
) -> Requester:
    """A requester on ``transport`` that never really waits."""
    settings = settings or config()
    client = build_client(
        settings,
        TokenAuth(settings),
        transport,
        on_activity=activities.append if activities is not None else None,
        sleep=waits or Waits(),
        random=lambda: 0.5,
    )
    return Requester(client, settings)


def answers(*responses: http.Response | Exception) -> Handler:
    """Give these one after the other; the last one for ever."""
    left = list(responses)

    def handler(_request: http.Request) -> http.Response:
        answer = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(answer, Exception):
            raise answer
        return http.Response(
            answer.status_code, headers=answer.headers.multi_items(), content=answer.content
        )

    return handler


def clients(server: http.AsyncBaseTransport) -> ClientsApi:
    """The clients of a server."""
    return ClientsApi(requester(server))


def says(body: Json, status: int = 200) -> Server:
    """A server that gives this answer to everything."""
    return Server(answers(http.Response(status, json=body)))
