"""Bodies that no well-behaved client sends."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.sandbox.support import CLIENTS, MINIMAL, SCOPES, TOKEN, Door
from tui.models.client import Client
from tui.models.client_attributes import ClientAttributes

JSON = {"Content-Type": "application/json"}

WORDS = {
    "str": [5, True, ["x"], {"a": 1}],
    "int": ["5", 1.5, True, 2**31, -(2**31) - 1, [5], {}],
    "bool": ["true", 1, 0, [True], {}],
    "datetime": ["2026-01-02", "2026-01-02T03:04:05Z", "2026-02-30T00:00:00", 5, True, [], {}],
    "list": ["x", "", 5, True, {"a": 1}, [5], [["x"]], [{"a": 1}]],
    "LocalizedString": ["x", 5, [], {"values": 5}, {"values": {"fr": 5}}],
    "ClientAttributes": ["x", 5, True, [1]],
}
"""Values that do not fit a type, by a word in its annotation."""

DERIVED = {
    "dn",
    "baseDn",
    "displayName",
    "ttl",
    "inum",
    "authenticationMethod",
    "allAuthenticationMethods",
}


def kind(annotation: str) -> str:
    for word in ("list", "datetime", "LocalizedString", "ClientAttributes", "bool", "int", "str"):
        if word in annotation:
            return word
    raise AssertionError(annotation)


CASES = [
    (prefix, field.alias, kind(str(field.annotation)))
    for model, prefix in ((Client, ""), (ClientAttributes, "attributes"))
    for field in model.model_fields.values()
    if field.alias not in DERIVED or prefix
]


def test_every_member_is_tried() -> None:
    assert len(CASES) > 110
    assert {word for _, _, word in CASES} == WORDS.keys()


@pytest.mark.parametrize(("prefix", "name", "word"), CASES)
async def test_wrong_types(door: Door, prefix: str, name: str, word: str) -> None:
    own = f"{CLIENTS}/{door.credentials.client_id}"
    before = await door.entry(own)
    for value in WORDS[word]:
        members: dict[str, Any] = {name: value}
        body = MINIMAL | ({prefix: members} if prefix else members)
        for method, inum in (("POST", None), ("PUT", before["inum"])):
            if method == "PUT" and value is not WORDS[word][0]:
                continue
            answer = await door.call(method, CLIENTS, json=body | {"inum": inum})
            assert answer.status_code == 400, (method, value)
            assert answer.headers["content-type"].startswith("text/plain")
            assert name in answer.text
            assert "Traceback" not in answer.text
    assert await door.entry(own) == before
    assert (await door.entry(CLIENTS))["totalEntriesCount"] == 8


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"5",
        b"{'a': 1}",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1,}',
        b'{"a": "\xff"}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b"\x00",
    ],
)
@pytest.mark.parametrize("path", [CLIENTS, SCOPES])
async def test_what_is_no_json_object(door: Door, text: bytes, path: str) -> None:
    for method in ("POST", "PUT"):
        answer = await door.call(method, path, headers=JSON, content=text)
        assert answer.status_code == 400
        assert answer.headers["content-type"].startswith("text/plain")
        assert len(answer.text) < 200


@pytest.mark.parametrize(
    "media",
    ["text/plain", "application/x-www-form-urlencoded", "application/json-patch+json", "", "x/y;z"],
)
async def test_only_json_is_taken(door: Door, media: str) -> None:
    for path in (CLIENTS, SCOPES):
        for method in ("POST", "PUT"):
            headers = {"Content-Type": media} if media else {}
            answer = await door.call(method, path, headers=headers, content=b"{}")
            assert answer.status_code == 415


async def test_a_body_that_says_it_is_too_large(door: Door) -> None:
    large = b" " * (10 * 1024 * 1024)
    for method, path, media in (
        ("POST", CLIENTS, "application/json"),
        ("PUT", SCOPES, "application/json"),
        ("PATCH", f"{SCOPES}/F0C4", "application/json-patch+json"),
        ("POST", TOKEN, "application/x-www-form-urlencoded"),
    ):
        answer = await door.call(method, path, headers={"Content-Type": media}, content=large)
        assert answer.status_code == 413
        assert len(answer.text) < 100


async def test_a_body_without_end(door: Door) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 65536
            yield b" " * 65536

    answer = await door.call("POST", CLIENTS, headers=JSON, content=endless())
    assert answer.status_code == 413
    assert sent <= 17 * 1024 * 1024


async def test_a_large_body_that_is_allowed(door: Door) -> None:
    made = await door.create(description="x" * 1_000_000)
    assert len((await door.entry(f"{CLIENTS}/{made['inum']}"))["description"]) == 1_000_000


async def test_deep_values_of_unknown_members(door: Door) -> None:
    text = b'{"redirectUris":["x"],"deep":' + b"[" * 400 + b"]" * 400 + b"}"
    answer = await door.call("POST", CLIENTS, headers=JSON, content=text)
    assert answer.status_code == 201
