import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from tests.unit.journal.support import CLIENT, ORIGIN, SECRET, numbered
from tests.unit.models.strategies import client_objects, json_values
from tui.journal.entry import from_json, to_json
from tui.journal.making import created, deleted, edited
from tui.journal.pointers import path_of
from tui.models.changes import Change
from tui.models.changes.patch import pointer
from tui.models.json import ABSENT, Json, JsonObject, copied


def again(raw: JsonObject) -> Json:
    """As it comes out of a file."""
    value: Json = json.loads(json.dumps(raw))
    return value


@pytest.mark.parametrize(
    "entry",
    [
        numbered(1),
        created(ORIGIN, CLIENT),
        deleted(ORIGIN, CLIENT, undoes=numbered(7)),
        edited(ORIGIN, CLIENT, {**CLIENT, "clientName": "New"}, [{"op": "remove", "path": "/x"}]),
        edited(ORIGIN, CLIENT, CLIENT, [{"op": "add", "path": "/x", "value": 1}], numbered(3)),
    ],
)
def test_an_entry_comes_back(entry: object) -> None:
    found = from_json(again(to_json(entry)))  # type: ignore[arg-type]
    assert to_json(found) == to_json(entry)  # type: ignore[arg-type]
    assert found.time.tzinfo is UTC


def test_members_that_are_not_known_are_passed_over() -> None:
    raw: JsonObject = {**to_json(numbered(1)), "version": 99, "mood": ["good"]}
    assert from_json(raw) == numbered(1)


def test_times_of_other_zones_are_taken() -> None:
    there = datetime(2026, 6, 15, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    entry = from_json({"kind": "edit", "time": there.isoformat()})
    assert entry.time == there
    assert entry.time.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "raw",
    [
        [],
        None,
        {},
        {"kind": "edit"},
        {"time": "2026-06-15T12:00:00Z"},
        {"kind": "", "time": "2026-06-15T12:00:00Z"},
        {"kind": "edit", "time": "2026-06-15T12:00:00"},
        {"kind": "edit", "time": "0001-01-01T00:00:00Z"},
        {"kind": "edit", "time": "9999-12-31T23:59:59-12:00"},
        {"kind": "edit", "time": 5},
        {"kind": "edit", "time": "2026-06-15T12:00:00Z", "inum": 5},
        {"kind": "edit", "time": "2026-06-15T12:00:00Z", "client": []},
        {"kind": "edit", "time": "2026-06-15T12:00:00Z", "patch": {}},
        {"kind": "edit", "time": "2026-06-15T12:00:00Z", "inverse": ["/x"]},
        {"kind": "edit", "time": "2026-06-15T12:00:00Z", "secrets": "x"},
    ],
)
def test_what_is_no_entry_is_refused(raw: Json) -> None:
    with pytest.raises(ValueError, match=r"entry|its |kind|isoformat"):
        from_json(raw)


@given(json_values)
def test_other_json_is_refused(raw: Json) -> None:
    with pytest.raises(ValueError, match=r"entry|its |kind|isoformat"):
        from_json(raw)


def test_an_edit_tells_what_became_of_each_member() -> None:
    before: JsonObject = {"clientName": "A", "contacts": ["a"], "attributes": {"requirePkce": True}}
    after: JsonObject = {"clientName": "B", "a/b~c": 1, "attributes": {"parLifetime": 60}}
    entry = edited(ORIGIN, before, after, [])
    assert entry.changes == [
        Change(("clientName",), "A", "B"),
        Change(("contacts",), ["a"], ABSENT),
        Change(("attributes", "requirePkce"), True, ABSENT),
        Change(("attributes", "parLifetime"), ABSENT, 60),
        Change(("a/b~c",), ABSENT, 1),
    ]


def test_what_the_server_made_of_it_counts_not_what_was_sent() -> None:
    sent = [{"op": "add", "path": "/grantTypes", "value": ["a", "dropped"]}]
    entry = edited(ORIGIN, {}, {"grantTypes": ["a"]}, sent)
    assert entry.patch == sent
    assert entry.changes == [Change(("grantTypes",), ABSENT, ["a"])]


def test_what_the_server_makes_by_itself_is_no_change() -> None:
    before: JsonObject = {"inum": "1", "lastAccessTime": "2026-01-01T00:00:00", "ttl": 5}
    after: JsonObject = {"inum": "1", "ttl": 4, "displayName": "x", "clientSecret": "cipher"}
    assert edited(ORIGIN, before, after, []).changes == []


def test_a_secret_is_known_by_its_name_only() -> None:
    before: JsonObject = {**copied(CLIENT), "clientSecret": f"{SECRET}-old"}
    entry = edited(
        ORIGIN, before, CLIENT, [{"op": "add", "path": "/clientSecret", "value": SECRET}]
    )
    assert entry.secrets == ["clientSecret"]
    assert entry.changes == []
    for whole in (entry, created(ORIGIN, CLIENT), deleted(ORIGIN, CLIENT)):
        assert SECRET not in json.dumps(to_json(whole))


@pytest.mark.parametrize("operation", [{"op": "move"}, {"op": "add"}, {"op": "add", "path": 5}, {}])
def test_operations_that_are_not_ours_tell_no_change(operation: JsonObject) -> None:
    raw: JsonObject = {
        **to_json(numbered(1)),
        "patch": [operation, {"op": "add", "path": "/x", "value": 1}],
        "inverse": [operation, {"op": "remove", "path": "/x"}],
    }
    assert from_json(raw).changes == [Change(("x",), ABSENT, 1)]


@given(client_objects, client_objects)
def test_changes_survive_the_file(before: JsonObject, after: JsonObject) -> None:
    entry = edited(ORIGIN, before, after, [])
    found = from_json(again(to_json(entry)))
    assert [change.path for change in found.changes] == [change.path for change in entry.changes]


@pytest.mark.parametrize("path", [(), ("a",), ("a", "b"), ("a/b", "~"), ("~1", ""), ("",)])
def test_a_pointer_is_read_back(path: tuple[str, ...]) -> None:
    assert path_of(pointer(path)) == path
