"""The whole: one connection to one server."""

import pytest

from tests.api.support import SECRET, Server, answers, config, is_token_request
from tui.api import http
from tui.api.config_api import ConfigApi
from tui.api.errors import Unreachable
from tui.api.request import ApiRequest
from tui.api.sign_in.authentication import basic_credentials
from tui.api.token_store import MemoryTokenStore
from tui.models.json import Json

EMPTY: Json = {"totalEntriesCount": 0, "issuer": "https://op.example"}


async def test_everything_is_at_hand() -> None:
    server = Server(answers(http.Response(200, json=EMPTY)))
    store = MemoryTokenStore()
    async with ConfigApi(config(), transport=server, token_store=store) as api:
        assert api.granted_scopes is None
        assert (await api.clients.page()).total == 0
        assert await api.scopes.all() == []
        assert await api.scripts.all() == []
        assert await api.claims.all() == []
        assert await api.acrs.default() == ""
        assert await api.discovery() == EMPTY
        assert await api.health() == [EMPTY]
        assert await api.send(ApiRequest("GET", "/x")) == EMPTY
        assert api.granted_scopes == config().scopes
    assert len(server.token_requests) == 1
    assert store.load() is not None


async def test_closing_closes_the_transport() -> None:
    class Closing(Server):
        closed = False

        async def aclose(self) -> None:
            self.closed = True

    server = Closing(answers(http.Response(200)))
    async with ConfigApi(config(), transport=server):
        pass
    assert server.closed


async def test_closing_what_was_never_used_is_fine() -> None:
    await ConfigApi(config()).aclose()


def token_endpoint(
    response: http.Response | Exception,
) -> tuple[http.MockTransport, list[http.Request]]:
    asked: list[http.Request] = []

    def handler(request: http.Request) -> http.Response:
        assert is_token_request(request)
        asked.append(request)
        if isinstance(response, Exception):
            raise response
        return response

    return http.MockTransport(handler), asked


@pytest.mark.parametrize(
    ("response", "works"),
    [
        (http.Response(200, json={"access_token": "t"}), True),
        (http.Response(400, json={"error": "unauthorized_client"}), True),
        (http.Response(400, json={"error": "invalid_scope"}), True),
        (http.Response(401, json={"error": "invalid_client"}), False),
        (http.Response(403, json={"error": "disabled_client"}), None),
        (http.Response(401, text="no"), None),
        (http.Response(500), None),
    ],
)
async def test_a_secret_is_tried(response: http.Response, works: bool | None) -> None:
    transport, asked = token_endpoint(response)
    async with ConfigApi(config(), transport=transport) as api:
        assert await api.secret_works("other", SECRET, post=False) is works
        assert await api.secret_works("other", SECRET, post=True) is works
    header, form = asked
    assert header.headers["authorization"] == basic_credentials("other", SECRET)
    assert b"client_secret" not in header.content
    assert "authorization" not in form.headers
    assert b"client_secret=" in form.content
    for request in asked:
        assert request.extensions["timeout"]["read"] == config().read_timeout


async def test_a_secret_that_cannot_be_tried_is_an_error() -> None:
    transport, _ = token_endpoint(http.ReadError(SECRET))
    async with ConfigApi(config(), transport=transport) as api:
        with pytest.raises(Unreachable) as caught:
            await api.secret_works("other", SECRET, post=False)
    assert SECRET not in str(caught.value)
