import pytest
from hypothesis import given

from tests.unit.models.strategies import json_objects, nested
from tui.models.changes import REORDERED_ON_POST, UNORDERED, Change, difference
from tui.models.json import ABSENT, Absent, Json, JsonObject, copied


def paths(original: JsonObject, edited: JsonObject) -> list[str]:
    return [".".join(change.path) for change in difference(original, edited)]


def test_members_are_compared_within_objects_and_lists_whole() -> None:
    original: JsonObject = {
        "clientName": "old",
        "redirectUris": ["a", "b"],
        "attributes": {"requirePkce": False, "parLifetime": 600},
        "gone": None,
    }
    edited: JsonObject = {
        "clientName": "new",
        "redirectUris": ["b", "a"],
        "attributes": {"requirePkce": True, "parLifetime": 600, "requirePar": True},
        "come": {},
    }
    assert difference(original, edited) == [
        Change(("clientName",), "old", "new"),
        Change(("redirectUris",), ["a", "b"], ["b", "a"]),
        Change(("attributes", "requirePkce"), False, True),
        Change(("attributes", "requirePar"), ABSENT, True),
        Change(("gone",), None, ABSENT),
        Change(("come",), ABSENT, {}),
    ]


def test_an_object_that_was_not_there_is_one_change() -> None:
    added: JsonObject = {"requirePkce": True, "parLifetime": 5}
    originals: list[JsonObject] = [{}, {"attributes": None}, {"attributes": []}]
    for original in originals:
        changes = difference(original, {"attributes": added})
        assert [(change.path, change.after) for change in changes] == [(("attributes",), added)]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (True, 1, True),
        (0, False, True),
        (1, 1.0, False),
        (None, "", True),
        (None, ABSENT, True),
        ([], ABSENT, True),
        ("a", "A", True),
        ({"a": 1}, {"a": 1.0}, False),
        ([True], [1], True),
    ],
)
def test_types_count(before: Json | Absent, after: Json | Absent, changed: bool) -> None:
    original = {} if isinstance(before, Absent) else {"x": before}
    edited = {} if isinstance(after, Absent) else {"x": after}
    assert bool(difference(original, edited)) is changed
    assert bool(difference(edited, original)) is changed


@pytest.mark.parametrize("name", sorted(UNORDERED))
def test_the_order_of_a_set_is_no_change(name: str) -> None:
    assert paths({name: ["a", "b"]}, {name: ["b", "a", "a"]}) == []
    assert paths({name: ["a", "b"]}, {name: ["a"]}) == [name]
    assert paths({name: []}, {}) == [name]
    assert paths({name: ["a", 1]}, {name: [1, "a"]}) == []
    assert paths({name: [1, 2]}, {name: [2, 1]}) == [name]
    assert paths({name: [True]}, {name: [1]}) == [name]
    assert paths({"attributes": {name: ["a", "b"]}}, {"attributes": {name: ["b", "a"]}}) != []


def test_the_caller_may_name_other_sets() -> None:
    one: JsonObject = {"contacts": ["a", "b"], "scopes": ["a", "b"]}
    other: JsonObject = {"contacts": ["b", "a"], "scopes": ["b", "a"]}
    assert [change.path for change in difference(one, other, REORDERED_ON_POST)] == [("scopes",)]
    nested_list: JsonObject = {"attributes": {"x": ["a", "b"]}}
    turned: JsonObject = {"attributes": {"x": ["b", "a"]}}
    assert difference(nested_list, turned, {"attributes.x"}) == []


def test_deep_objects_are_compared_whole() -> None:
    changes = difference({"a": nested(20_000)}, {"a": nested(20_002)})
    assert len(changes) == 1
    assert len(changes[0].path) <= 32


@given(json_objects)
def test_equal_documents_have_no_difference(document: JsonObject) -> None:
    assert difference(document, copied(document)) == []


@given(json_objects, json_objects)
def test_a_difference_is_the_same_seen_from_the_other_side(
    one: JsonObject, other: JsonObject
) -> None:
    forth = {(c.path, repr(c.before), repr(c.after)) for c in difference(one, other)}
    back = {(c.path, repr(c.after), repr(c.before)) for c in difference(other, one)}
    assert forth == back
