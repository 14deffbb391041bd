from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.models.strategies import json_objects, json_values, nested
from tui.models.changes import (
    Change,
    Operation,
    PatchError,
    apply_patch,
    difference,
    inverse,
    to_patch,
)
from tui.models.json import ABSENT, JsonObject, copied, same


def patched(one: JsonObject, other: JsonObject) -> JsonObject:
    return apply_patch(one, to_patch(difference(one, other, ())))


def test_only_what_changed_is_sent() -> None:
    changes = [
        Change(("clientName",), "old", "new"),
        Change(("clientUri",), "https://a", ABSENT),
        Change(("attributes", "requirePkce"), ABSENT, True),
        Change(("attributes", "a/b~c"), 1, None),
        Change(("",), 1, []),
    ]
    assert to_patch(changes) == [
        {"op": "add", "path": "/clientName", "value": "new"},
        {"op": "remove", "path": "/clientUri"},
        {"op": "add", "path": "/attributes/requirePkce", "value": True},
        {"op": "add", "path": "/attributes/a~1b~0c", "value": None},
        {"op": "add", "path": "/", "value": []},
    ]


def test_a_missing_parent_comes_whole() -> None:
    edited: JsonObject = {"attributes": {"requirePkce": True}}
    assert to_patch(difference({}, edited)) == [
        {"op": "add", "path": "/attributes", "value": {"requirePkce": True}}
    ]


def test_a_patch_shares_nothing_with_the_draft() -> None:
    uris: list[Any] = ["https://a"]
    operations = to_patch([Change(("redirectUris",), ABSENT, uris)])
    uris.append("https://b")
    assert operations[0]["value"] == ["https://a"]
    document = apply_patch({}, operations)
    operations[0]["value"] = None
    assert document == {"redirectUris": ["https://a"]}


@given(json_objects, json_objects)
def test_a_patch_makes_one_document_the_other(one: JsonObject, other: JsonObject) -> None:
    before = copied(one)
    assert same(patched(one, other), other)
    assert same(one, before)


@given(json_objects, json_objects)
def test_up_to_the_order_of_sets_the_usual_difference_does_too(
    one: JsonObject, other: JsonObject
) -> None:
    result = apply_patch(one, to_patch(difference(one, other)))
    assert difference(result, other) == []


@given(json_objects, json_objects)
def test_the_inverse_brings_the_first_document_back(one: JsonObject, other: JsonObject) -> None:
    changes = difference(one, other, ())
    assert same(apply_patch(other, to_patch(inverse(changes))), one)
    assert inverse(inverse(changes)) == changes


@given(json_objects, json_objects)
def test_no_operation_is_wasted(one: JsonObject, other: JsonObject) -> None:
    operations = to_patch(difference(one, other))
    for index in range(len(operations)):
        rest = operations[:index] + operations[index + 1 :]
        assert difference(apply_patch(one, rest), other) != []
    places = [operation["path"] for operation in operations]
    assert not any(b.startswith(a + "/") for a in places for b in places)


@given(json_objects)
def test_equal_documents_need_no_patch(document: JsonObject) -> None:
    assert to_patch(difference(document, copied(document))) == []


def test_patches_of_others_apply_too() -> None:
    document: JsonObject = {"a": [1, 2], "b": {"c": 1}}
    operations: list[Mapping[str, object]] = [
        {"op": "test", "path": "/a/0", "value": 1},
        {"op": "add", "path": "/a/-", "value": 3},
        {"op": "replace", "path": "/b/c", "value": 2},
        {"op": "copy", "from": "/b/c", "path": "/d"},
        {"op": "move", "from": "/b", "path": "/e"},
    ]
    assert apply_patch(document, operations) == {"a": [1, 2, 3], "d": 2, "e": {"c": 2}}
    assert document == {"a": [1, 2], "b": {"c": 1}}


@pytest.mark.parametrize(
    "operations",
    [
        [{"op": "remove", "path": "/b"}],
        [{"op": "replace", "path": "/b", "value": 1}],
        [{"op": "add", "path": "/b/c", "value": 1}],
        [{"op": "add", "path": "b", "value": 1}],
        [{"op": "add", "path": "/b"}],
        [{"op": "add", "path": "/a/x", "value": 1}],
        [{"op": "add", "path": "/a/7", "value": 1}],
        [{"op": "test", "path": "/a", "value": 1}],
        [{"op": "dance", "path": "/a"}],
        [{"path": "/a"}],
        [{"op": "add", "path": 5, "value": 1}],
        [{"op": "add", "path": "/~2", "value": 1}],
        [{"op": "add", "path": "", "value": [1]}],
        [5],
        ["add"],
        [None],
        {"op": "add", "path": "/a", "value": 1},
        5,
        None,
    ],
)
def test_a_patch_that_does_not_fit_is_refused_in_words(operations: Any) -> None:
    document: JsonObject = {"a": []}
    with pytest.raises(PatchError, match=r"^The patch .+"):
        apply_patch(document, operations)
    assert document == {"a": []}


garbage = st.one_of(
    json_values,
    st.lists(
        st.dictionaries(
            st.sampled_from(["op", "path", "value", "from"]),
            st.one_of(st.sampled_from(["add", "move", "copy", "test", "/a", "/a/0"]), json_values),
        ),
        max_size=3,
    ),
)


@given(json_objects, garbage)
def test_nothing_else_is_raised_whatever_the_patch(document: JsonObject, patch: Any) -> None:
    before = copied(document)
    try:
        result = apply_patch(document, patch)
    except PatchError:
        pass
    else:
        assert isinstance(result, dict)
    assert same(document, before)


def test_a_value_nested_too_deep_is_refused() -> None:
    operations: list[Operation] = [{"op": "add", "path": "/a", "value": nested(20_000)}]
    with pytest.raises(PatchError, match=r"^The patch is not a list of RFC 6902 operations\.$"):
        apply_patch({}, operations)
    deep: JsonObject = {"a": nested(20_000)}
    assert apply_patch(deep, [{"op": "remove", "path": "/a"}]) == {}
