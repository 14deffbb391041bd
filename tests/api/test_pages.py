"""Lists: what is asked for, and what is made of answers of many shapes."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.support import CLIENTS, Server, clients, says
from tui.api import http
from tui.api.errors import Invalid, NotConfigApi
from tui.api.resources.listing import field_values, searchable
from tui.api.shapes import WrongShapeError, as_page
from tui.models.document import ClientDocument, Document
from tui.models.json import Json


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
