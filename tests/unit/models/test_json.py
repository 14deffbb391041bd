import copy
import json

import pytest
from hypothesis import given

from tests.unit.models.strategies import json_objects, json_values, nested
from tui.models.json import ABSENT, Absent, Json, JsonObject, copied, same


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (True, 1, False),
        (False, 0, False),
        (False, None, False),
        (1, 1.0, True),
        (0, -0.0, True),
        (10**400, float("inf"), False),
        (float("nan"), float("nan"), True),
        ("1", 1, False),
        ("", None, False),
        (None, ABSENT, False),
        (ABSENT, ABSENT, True),
        ([], {}, False),
        ([], "", False),
        ([1, 2], [2, 1], False),
        ([1], [1, 1], False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": None}, {}, False),
        ({"a": [{"b": True}]}, {"a": [{"b": 1}]}, False),
        ("\ud800", "\ud800", True),
        ("é", "e\u0301", False),
    ],
)
def test_equality_is_that_of_json(one: Json | Absent, other: Json | Absent, expected: bool) -> None:
    assert same(one, other) is expected
    assert same(other, one) is expected


@given(json_values)
def test_a_value_is_the_same_as_its_copy(value: Json) -> None:
    assert same(value, copied(value))
    assert same(copied(value), copy.deepcopy(value))


@given(json_values, json_values)
def test_values_are_the_same_when_their_text_is(one: Json, other: Json) -> None:
    if json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True):
        assert same(one, other)
    assert same(one, other) == same(other, one)


@given(json_objects)
def test_a_copy_shares_nothing(value: JsonObject) -> None:
    wrapped: JsonObject = {"list": [value], "object": {"inner": value}}
    before = json.dumps(wrapped)
    duplicate = copied(wrapped)
    for inner in (duplicate["list"], duplicate["object"]):
        target = inner[0] if isinstance(inner, list) else inner["inner"]  # type: ignore[index]
        assert isinstance(target, dict)
        target["new"] = "x"
    assert json.dumps(wrapped) == before


def test_no_nesting_is_too_deep() -> None:
    deep = nested(50_000)
    duplicate = copied(deep)
    assert same(deep, duplicate)
    assert not same(deep, nested(50_001))
