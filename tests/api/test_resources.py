"""Clients, scopes and what they refer to, against answers of many shapes."""

import json

import pytest

from tests.api.support import CLIENTS, Server, answers, clients, requester, says
from tui.api import http
from tui.api.errors import ApiError, Invalid, NotConfigApi, NotFound
from tui.api.resources.acrs import AcrsApi
from tui.api.resources.claims import ClaimsApi
from tui.api.resources.discovery import discovery
from tui.api.resources.health import health
from tui.api.resources.scopes import ScopesApi
from tui.api.resources.scripts import ScriptsApi
from tui.models.document import ScopeDocument
from tui.models.json import Json

API = "/jans-config-api/api/v1"


HOSTILE = "a/../b?c=d#e%2F\\ ;é\u202e\r\n"


async def test_an_entry_is_read_changed_and_deleted_at_its_own_address() -> None:
    entry = http.Response(200, json={"inum": HOSTILE})
    server = Server(answers(entry, entry, http.Response(204)))
    api = clients(server)
    assert (await api.get(HOSTILE)).inum == HOSTILE
    operations: list[dict[str, Json]] = [{"op": "add", "path": "/disabled", "value": True}]
    assert (await api.patch(HOSTILE, operations)).inum == HOSTILE
    await api.delete(HOSTILE)
    assert server.methods == ["GET", "PATCH", "DELETE"]
    for request in server.requests:
        path = request.url.raw_path.decode()
        assert path.startswith(f"{CLIENTS}/a%2F..%2Fb%3Fc%3Dd%23e%252F%5C")
        assert path.count("/") == CLIENTS.count("/") + 1
    assert server.requests[1].headers["content-type"] == "application/json-patch+json"
    assert json.loads(server.requests[1].content) == operations


async def test_create_and_replace_send_the_whole_entry() -> None:
    raw: dict[str, Json] = {"inum": "a", "redirectUris": ["https://x.example"], "odd": {"n": 1}}
    server = Server(answers(http.Response(201, json=raw), http.Response(200, json=raw)))
    api = clients(server)
    assert (await api.create(raw)).raw == raw
    assert (await api.replace(raw)).raw == raw
    assert server.methods == ["POST", "PUT"]
    for request in server.requests:
        assert request.url.path == CLIENTS
        assert request.headers["content-type"] == "application/json"
        assert json.loads(request.content) == raw


@pytest.mark.parametrize("inum", ["", ".", ".."])
async def test_an_inum_that_names_something_else_is_never_sent(inum: str) -> None:
    server = says({})
    api = clients(server)
    with pytest.raises(Invalid):
        await api.delete(inum)
    with pytest.raises(Invalid):
        await api.get(inum)
    with pytest.raises(Invalid):
        await api.patch(inum, [])
    assert not server.requests


async def test_a_missing_entry_is_not_found() -> None:
    body: Json = {"code": "404", "message": "The requested openid connect client doesn't exist"}
    with pytest.raises(NotFound):
        await clients(says(body, 404)).get("a")


@pytest.mark.parametrize("body", [None, [], "x", 7])
async def test_an_entry_that_is_no_object_is_not_the_config_api(body: Json) -> None:
    with pytest.raises(NotConfigApi):
        await clients(says(body)).get("a")


async def test_an_empty_answer_to_a_create_leaves_it_in_doubt() -> None:
    with pytest.raises(NotConfigApi) as caught:
        await clients(Server(answers(http.Response(201)))).create({})
    assert caught.value.may_have_happened


@pytest.mark.parametrize("response", [http.Response(204), http.Response(202)])
async def test_delete_is_answered_without_a_body(response: http.Response) -> None:
    await clients(Server(answers(response))).delete("a")


@pytest.mark.parametrize(
    "response",
    [http.Response(200), http.Response(200, json={}), http.Response(200, text="<html>hello")],
)
async def test_a_deletion_that_was_not_confirmed_is_in_doubt(response: http.Response) -> None:
    with pytest.raises(NotConfigApi) as caught:
        await clients(Server(answers(response))).delete("a")
    assert caught.value.may_have_happened


async def test_scopes_are_listed_as_scopes() -> None:
    server = says({"totalEntriesCount": 1, "entries": [{"inum": "F0C4", "id": "openid"}]})
    found = await ScopesApi(requester(server)).all()
    assert found == [ScopeDocument({"inum": "F0C4", "id": "openid"})]
    assert found[0].id == "openid"
    assert server.requests[0].url.path == f"{API}/scopes"


async def test_scripts_are_those_that_are_enabled() -> None:
    rows: list[Json] = [{"inum": "a", "enabled": True}, {"inum": "b", "enabled": False}]
    server = says({"totalEntriesCount": 2, "entries": rows})
    api = ScriptsApi(requester(server))
    assert [script.inum for script in await api.all()] == ["a"]
    assert [script.inum for script in await api.all(enabled_only=False)] == ["a", "b"]
    first, second = server.requests
    assert first.url.path == f"{API}/config/scripts"
    assert first.url.params["fieldValuePair"] == "enabled=true"
    assert "fieldValuePair" not in second.url.params


async def test_claims_are_attributes() -> None:
    server = says({"totalEntriesCount": 1, "entries": [{"inum": "a", "name": "mail"}]})
    assert [claim.text("name") for claim in await ClaimsApi(requester(server)).all()] == ["mail"]
    assert server.requests[0].url.path == f"{API}/attributes"


@pytest.mark.parametrize(
    ("body", "name"), [({"defaultAcr": "basic"}, "basic"), ({}, ""), ({"defaultAcr": None}, "")]
)
async def test_the_default_acr(body: Json, name: str) -> None:
    server = says(body)
    assert await AcrsApi(requester(server)).default() == name
    assert server.requests[0].url.path == f"{API}/acrs"


async def test_discovery_and_health_need_no_token() -> None:
    metadata: dict[str, Json] = {"issuer": "https://op.example", "x": [1]}
    server = says(metadata)
    assert await discovery(requester(server)) == metadata
    assert server.requests[0].url.path == "/.well-known/openid-configuration"
    checks: list[Json] = [{"name": "liveness", "status": "UP"}]
    ill = says(checks)
    assert await health(requester(ill)) == checks
    assert await health(requester(says({"status": "UP"}))) == [{"status": "UP"}]
    assert not server.token_requests
    assert not ill.token_requests


@pytest.mark.parametrize("body", [[], {}, {"issuer": 7}, {"error": "x"}])
async def test_metadata_without_an_issuer_is_foreign(body: Json) -> None:
    with pytest.raises(NotConfigApi):
        await discovery(requester(says(body)))


@pytest.mark.parametrize("body", ["UP", 1, [1], None])
async def test_odd_health_is_foreign(body: Json) -> None:
    with pytest.raises(ApiError):
        await health(requester(says(body)))


def test_each_call_has_its_request() -> None:
    api = clients(says({}))
    assert api.page_request(limit=1).method == "GET"
    assert api.get_request("a").path == f"{CLIENTS}/a"
    assert api.create_request({"a": 1}).json == {"a": 1}
    assert api.patch_request("a", []).media_type == "application/json-patch+json"
    assert api.replace_request({}).method == "PUT"
    assert api.delete_request("a").method == "DELETE"
