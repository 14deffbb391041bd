"""Requests as values: addresses, bodies, and what is secret in them."""

import json
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.support import BASE, Server, answers, requester
from tui.api import http
from tui.api.errors import Invalid
from tui.api.request import JWT, ApiRequest, body_text, segment
from tui.api.secret_members import replace_secrets, secret_values
from tui.models.json import Json

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1)
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_what_names_another_resource_is_refused(value: str) -> None:
    with pytest.raises(Invalid) as caught:
        segment("inum", value)
    assert caught.value.members == ("inum",)


@given(TEXTS)
def test_a_segment_is_one_segment(value: str) -> None:
    if value in {".", ".."}:
        return
    encoded = segment("inum", value)
    assert unquote(encoded) == value
    url = http.URL(f"{BASE}/a/{encoded}")
    assert url.raw_path == f"/a/{encoded}".encode()


def test_half_a_surrogate_pair_does_not_stop_it() -> None:
    assert segment("inum", "a\ud800") == "a%3F"
    assert ApiRequest("GET", "/x", {"a": "\ud800"}).target == "/x?a=%3F"


@given(st.dictionaries(TEXTS, TEXTS, max_size=3))
async def test_a_query_arrives_as_it_was_meant(query: dict[str, str]) -> None:
    server = Server(answers(http.Response(204)))
    await requester(server).request("GET", "/x", query=query)
    assert dict(server.requests[0].url.params) == query
    target = server.requests[0].url.raw_path.decode()
    assert target == ApiRequest("GET", "/x", query).target


@given(JSONS)
def test_a_body_is_json_that_a_terminal_can_show(body: Json) -> None:
    text = body_text(body)
    assert text.isprintable()
    assert json.loads(text) == body


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"a": "Zoë"}, '{"a":"Zoë"}'),
        ({"a": "x\u202ey"}, '{"a":"x\\u202ey"}'),
        ({"a": "\x7f"}, '{"a":"\\u007f"}'),
        ({"a": "\ud800"}, '{"a":"\\ud800"}'),
    ],
)
def test_only_what_is_not_printable_is_escaped(body: Json, text: str) -> None:
    assert body_text(body) == text


def test_a_number_without_end_is_refused() -> None:
    with pytest.raises(Invalid):
        body_text({"a": float("inf")})


async def test_a_body_goes_with_its_media_type_and_none_goes_without() -> None:
    server = Server(answers(http.Response(204)))
    talk = requester(server)
    await talk.request("PATCH", "/x", json=[{"a": 1}], media_type="application/json-patch+json")
    await talk.request("DELETE", "/x")
    patch, delete = server.requests
    assert patch.headers["content-type"] == "application/json-patch+json"
    assert json.loads(patch.content) == [{"a": 1}]
    assert "content-type" not in delete.headers
    assert delete.content == b""


async def test_an_address_that_is_too_long_is_told() -> None:
    server = Server(answers(http.Response(204)))
    with pytest.raises(Invalid):
        await requester(server).request("GET", "/x", query={"pattern": "a" * 100_000})
    assert not server.requests


SECRETS: Json = {
    "clientSecret": "one",
    "nested": [{"registration_access_token": "two"}],
    "patch": [
        {"op": "add", "path": "/clientSecret", "value": "three"},
        {"op": "add", "path": "/clientName", "value": "plain"},
        {"op": "add", "path": "", "value": {"client_secret": "four"}},
        {"path": "/clientSecret", "value": "no operation"},
    ],
    "empty": {"clientSecret": ""},
    "odd": {"clientSecret": 7, "client_secret": None},
}


def test_secrets_are_found() -> None:
    assert secret_values(SECRETS) == {"one", "two", "three", "four"}


def test_secrets_are_replaced_and_nothing_else() -> None:
    before = json.dumps(SECRETS)
    text = json.dumps(replace_secrets(SECRETS, lambda name, value: f"<{value}>"))
    assert json.dumps(SECRETS) == before
    assert text.replace("<", "").replace(">", "") == before
    assert text.count("<") == 4


def test_a_body_may_be_text() -> None:
    request = ApiRequest("POST", "/register", text="a.b.c", media_type=JWT)
    assert request.content == "a.b.c"
    assert ApiRequest("POST", "/register", json={"a": 1}).content == '{"a":1}'
    assert ApiRequest("GET", "/register").content is None
