"""Clients, scopes and what they refer to, against answers of many shapes."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.support import CLIENTS, Server, answers, requester
from tui.api import http
from tui.api.errors import ApiError, Invalid, NotConfigApi, NotFound
from tui.api.resources.acrs import AcrsApi
from tui.api.resources.claims import ClaimsApi
from tui.api.resources.clients import ClientsApi
from tui.api.resources.discovery import discovery
from tui.api.resources.health import health
from tui.api.resources.listing import field_values, searchable
from tui.api.resources.scopes import ScopesApi
from tui.api.resources.scripts import ScriptsApi
from tui.api.shapes import WrongShapeError, as_page
from tui.models.document import ClientDocument, Document, ScopeDocument
from tui.models.json import Json

API = "/jans-config-api/api/v1"


def clients(server: http.AsyncBaseTransport) -> ClientsApi:
    return ClientsApi(requester(server))


def says(body: Json, status: int = 200) -> Server:
    return Server(answers(http.Response(status, json=body)))


class Lister(Server):
    """Lists the given rows as the Config API does, ``maximum`` at most at a time."""

    def __init__(self, inums: Sequence[str], maximum: int = 200) -> None:
        super().__init__(self.answer)
        self.inums = list(inums)
        self.maximum = maximum

    def answer(self, request: http.Request) -> http.Response:
        query = request.url.params
        limit, start = int(query["limit"]), int(query["startIndex"])
        if limit > self.maximum:
            message = f"Maximum number of results per page is {self.maximum}"
            return http.Response(400, json={"code": "400", "message": message})
        rows = self.inums[start : start + limit]
        body: dict[str, Json] = {"start": start, "totalEntriesCount": len(self.inums)}
        if rows:
            body |= {"entriesCount": len(rows), "entries": [{"inum": inum} for inum in rows]}
        return http.Response(200, json=body)

    @property
    def asked(self) -> list[tuple[int, int]]:
        """Offset and limit of each request."""
        params = [request.url.params for request in self.requests]
        return [(int(query["startIndex"]), int(query["limit"])) for query in params]


async def test_a_page_says_what_it_wants() -> None:
    server = says({"start": 20, "totalEntriesCount": 21, "entries": [{"inum": "a"}]})
    page = await clients(server).page(
        limit=10,
        offset=20,
        pattern="a&b=c",
        sort_by="displayName",
        descending=True,
        filters={"disabled": "true", "applicationType": "web"},
    )
    assert server.requests[0].url.path == CLIENTS
    assert dict(server.requests[0].url.params) == {
        "limit": "10",
        "startIndex": "20",
        "pattern": "a&b=c",
        "sortBy": "displayName",
        "sortOrder": "descending",
        "fieldValuePair": "disabled=true,applicationType=web",
    }
    assert (page.start, page.total) == (20, 21)
    assert page.entries == [ClientDocument({"inum": "a"})]


async def test_a_plain_page_asks_for_no_more_than_it_must() -> None:
    server = says({"totalEntriesCount": 0})
    await clients(server).page()
    assert dict(server.requests[0].url.params) == {
        "limit": "50",
        "startIndex": "0",
        "sortBy": "inum",
        "sortOrder": "ascending",
    }


@pytest.mark.parametrize(
    ("body", "total", "count"),
    [
        ({"totalEntriesCount": 0}, 0, 0),
        ({"entriesCount": 0}, 5, 0),
        ({"totalEntriesCount": 5, "entries": None}, 5, 0),
        ({"totalEntriesCount": 9, "entries": []}, 9, 0),
        ({"totalEntriesCount": " 12 ", "entries": [{}]}, 12, 1),
        ({"totalEntriesCount": 12.0, "entries": [{}]}, 12, 1),
        ({"totalEntriesCount": 3, "entries": [{}]}, 6, 1),
        ({"totalEntriesCount": -1, "entries": [{}]}, 6, 1),
        ({"totalEntriesCount": True, "entries": [{}]}, 6, 1),
        ({"totalEntriesCount": "x", "entries": [{}]}, 6, 1),
        ({"totalEntriesCount": 1e300, "entries": [{}]}, 6, 1),
        ({"totalEntriesCount": [], "entries": [{}]}, 6, 1),
        ({"entries": [{}, {}]}, 8, 2),
    ],
)
def test_odd_pages_are_coped_with(body: Json, total: int, count: int) -> None:
    page = as_page(body, 5, 2, Document)
    assert (page.start, page.total, len(page.entries)) == (5, total, count)


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "x",
        7,
        {},
        {"error": "x"},
        {"entries": {}},
        {"entries": "x"},
        {"entries": [[]]},
        {"entries": [None]},
        {"totalEntriesCount": 0, "entries": 0},
        {"totalEntriesCount": 9},
        {"totalEntriesCount": 9, "entries": None},
    ],
)
async def test_other_shapes_are_not_the_config_api(body: Json) -> None:
    with pytest.raises(WrongShapeError):
        as_page(body, 0, 2, Document)
    with pytest.raises(NotConfigApi):
        await clients(says(body)).page()


@pytest.mark.parametrize("body", [{}, {"inum": ""}, {"inum": 5}, {"inum": "another"}, []])
async def test_what_is_not_the_entry_is_not_taken_for_it(body: Json) -> None:
    with pytest.raises(NotConfigApi):
        await clients(says(body)).get("one")
    with pytest.raises(NotConfigApi):
        await clients(says(body)).patch("one", [])
    assert (await clients(says({"inum": "ONE"})).get("one")).inum == "ONE"


@given(
    st.dictionaries(
        st.sampled_from(["entries", "totalEntriesCount", "start"]),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner),
            max_leaves=4,
        ),
    )
)
def test_any_page_is_read_or_refused(body: Json) -> None:
    try:
        page = as_page(body, 3, 2, Document)
    except WrongShapeError:
        return
    assert page.start == 3
    assert page.total >= (3 + len(page.entries) if page.entries else 0)


@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 450])
async def test_all_pages_are_walked(count: int) -> None:
    inums = [f"{n:05}" for n in range(count)]
    lister = Lister(inums)
    found = [client.inum async for client in clients(lister).iterate()]
    assert found == inums
    assert len(lister.requests) == max(1, -(-count // 200))


async def test_a_lower_maximum_of_the_server_is_kept_to() -> None:
    inums = [f"{n:05}" for n in range(120)]
    lister = Lister(inums, maximum=50)
    assert [client.inum async for client in clients(lister).iterate()] == inums
    assert lister.asked == [(0, 200), (0, 50), (50, 50), (100, 50)]


@pytest.mark.parametrize("named", ["0", "200", "500", "many"])
async def test_a_maximum_that_does_not_help_is_an_error(named: str) -> None:
    body: Json = {"code": "400", "message": f"Maximum number of results per page is {named}"}
    with pytest.raises(Invalid):
        await clients(says(body, 400)).all()


async def test_a_server_that_gives_less_than_asked_is_followed() -> None:
    def handler(request: http.Request) -> http.Response:
        start = int(request.url.params["startIndex"])
        rows: list[Json] = [{"inum": str(n)} for n in range(start, min(start + 30, 70))]
        return http.Response(200, json={"totalEntriesCount": 70, "entries": rows})

    found = await clients(Server(handler)).all()
    assert [client.inum for client in found] == [str(n) for n in range(70)]


async def test_without_a_total_the_end_is_an_empty_page() -> None:
    def handler(request: http.Request) -> http.Response:
        start = int(request.url.params["startIndex"])
        rows: list[Json] = [{"inum": str(n)} for n in range(start, min(start + 2, 4))]
        return http.Response(200, json={"entriesCount": len(rows), "entries": rows})

    server = Server(handler)
    assert len(await clients(server).all(page_size=2)) == 4
    assert len(server.requests) == 3


async def test_rows_that_moved_are_seen_once() -> None:
    pages = [["a", "b"], ["b", "c"], ["d"]]

    def handler(request: http.Request) -> http.Response:
        rows: list[Json] = [{"inum": inum} for inum in pages.pop(0)]
        return http.Response(200, json={"totalEntriesCount": 5, "entries": rows})

    found = await clients(Server(handler)).all(page_size=2)
    assert [client.inum for client in found] == ["a", "b", "c", "d"]


async def test_a_server_that_repeats_itself_comes_to_an_end() -> None:
    server = says({"totalEntriesCount": 10**9, "entries": [{"inum": "a"}, {"inum": "b"}]})
    assert len(await clients(server).all()) == 2
    assert len(server.requests) == 2


async def test_entries_without_a_key_come_to_an_end_too() -> None:
    server = says({"totalEntriesCount": 10**9, "entries": [{}, {}]})
    assert len(await clients(server).all()) == 2
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("acme", "acme"),
        ("Acme, Inc", "Acme"),
        ("a,bcd,ef", "bcd"),
        (" acme ", "acme"),
        ("", ""),
        (", ,", ""),
        ("a=b", "a=b"),
    ],
)
def test_commas_never_widen_a_search(typed: str, sent: str) -> None:
    assert searchable(typed) == sent


@given(st.text(alphabet="ab, "))
def test_what_is_searched_for_is_part_of_what_was_typed(typed: str) -> None:
    sent = searchable(typed)
    assert "," not in sent
    assert sent in typed


@pytest.mark.parametrize("filters", [{"a": "b,c"}, {"a": "b=c"}, {"a,b": "c"}])
async def test_a_filter_that_cannot_be_expressed_is_refused(filters: dict[str, str]) -> None:
    server = says({})
    with pytest.raises(Invalid):
        await clients(server).page(filters=filters)
    assert not server.requests


def test_filters_are_joined() -> None:
    assert field_values({"a": "b c", "d": ""}) == "a=b c,d="


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (-1, 0), (1, -1)])
async def test_limits_that_servers_misread_are_not_sent(limit: int, offset: int) -> None:
    with pytest.raises(ValueError, match="limit"):
        await clients(says({})).page(limit=limit, offset=offset)


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
