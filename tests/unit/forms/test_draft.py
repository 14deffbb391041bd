from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.forms.draft import Draft
from tui.models.json import ABSENT, Json, JsonObject, copied, same

PATHS = ["clientName", "scopes", "attributes.requirePkce", "attributes.parLifetime"]

SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "a", "b"])
VALUES: st.SearchStrategy[Json] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("xy"), inner),
    max_leaves=3,
)
ORIGINALS: st.SearchStrategy[JsonObject] = st.fixed_dictionaries(
    {},
    optional={
        "clientName": VALUES,
        "scopes": VALUES,
        "attributes": VALUES
        | st.dictionaries(st.sampled_from(["requirePkce", "parLifetime", "other"]), VALUES),
    },
)
LEAVES = st.sampled_from(PATHS)


@given(ORIGINALS, LEAVES, VALUES)
def test_set_and_revert_leaves_no_trace(original: JsonObject, path: str, value: Json) -> None:
    draft = Draft(original)
    draft.set(path, value)
    draft.revert(path)
    assert same(draft.edited, original)
    assert not draft.is_dirty


@given(ORIGINALS, st.lists(st.tuples(LEAVES, VALUES), max_size=6))
def test_whatever_was_done_can_be_taken_back(
    original: JsonObject, steps: list[tuple[str, Json]]
) -> None:
    draft = Draft(original)
    for number, (path, value) in enumerate(steps):
        if number % 3 == 2:
            draft.clear(path)
        else:
            draft.set(path, value)
    for path in PATHS:
        draft.revert(path)
    assert same(draft.edited, original)


@given(ORIGINALS, LEAVES)
def test_setting_what_was_there_is_no_change(original: JsonObject, path: str) -> None:
    draft = Draft(original)
    before = draft.before(path)
    if before is not ABSENT:
        draft.set(path, "something else")
        draft.set(path, before)
    assert same(draft.edited, original)
    assert not draft.is_changed(path)


@given(ORIGINALS, LEAVES, VALUES)
def test_clearing_what_was_not_there_is_no_change(
    original: JsonObject, path: str, value: Json
) -> None:
    draft = Draft(original)
    if draft.before(path) is not ABSENT:
        return
    draft.set(path, value)
    draft.clear(path)
    assert same(draft.edited, original)


@given(ORIGINALS, LEAVES, VALUES)
def test_the_original_is_never_touched(original: JsonObject, path: str, value: Json) -> None:
    kept = copied(original)
    draft = Draft(original)
    draft.set(path, value)
    draft.clear(path)
    assert same(original, kept)


@given(LEAVES, VALUES)
def test_a_new_client_has_what_was_set(path: str, value: Json) -> None:
    draft = Draft(None)
    draft.set(path, value)
    assert same(draft.value(path), value)
    assert draft.is_changed(path)
    draft.clear(path)
    assert draft.edited == {}


def test_a_value_is_copied_into_the_draft() -> None:
    draft = Draft({})
    rows: list[Json] = ["a"]
    draft.set("contacts", rows)
    rows.append("b")
    assert draft.value("contacts") == ["a"]


def test_a_cleared_list_is_emptied_and_another_value_goes() -> None:
    draft = Draft({"contacts": ["a"], "clientName": "A"})
    draft.clear("contacts")
    draft.clear("clientName")
    assert draft.edited == {"contacts": []}


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_value_comes_back_when_cleared(empty: Any) -> None:
    draft = Draft({"contacts": empty})
    draft.set("contacts", ["a"])
    draft.clear("contacts")
    assert same(draft.edited, {"contacts": empty})
    assert not draft.is_dirty


@pytest.mark.parametrize("odd", [None, "odd", 5, [1]])
def test_an_odd_parent_comes_back(odd: Any) -> None:
    draft = Draft({"attributes": odd})
    draft.set("attributes.requirePkce", True)
    draft.set("attributes.parLifetime", 5)
    draft.revert("attributes.requirePkce")
    assert draft.edited == {"attributes": {"parLifetime": 5}}
    draft.revert("attributes.parLifetime")
    assert draft.edited == {"attributes": odd}


def test_reverting_a_new_client_brings_back_its_template() -> None:
    draft = Draft(None, {"grantTypes": ["authorization_code"]})
    draft.set("grantTypes", [])
    draft.revert("grantTypes")
    assert draft.value("grantTypes") == ["authorization_code"]
    draft.clear("grantTypes")
    assert draft.edited == {}


def test_true_is_not_one() -> None:
    draft = Draft({"disabled": 1})
    draft.set("disabled", True)
    assert draft.is_changed("disabled")


def test_what_was_rejected_is_kept_until_a_value_comes() -> None:
    draft = Draft({"accessTokenLifetime": 300})
    draft.reject("accessTokenLifetime", "soon", "Not a duration.")
    assert draft.is_dirty
    assert draft.is_changed("accessTokenLifetime")
    assert draft.changes == []
    draft.set("accessTokenLifetime", 300)
    assert not draft.is_dirty


@pytest.mark.parametrize("step", ["clear", "revert", "withdraw"])
def test_what_was_rejected_can_be_dropped(step: str) -> None:
    draft = Draft({})
    draft.reject("accessTokenLifetime", "soon", "Not a duration.")
    getattr(draft, step)("accessTokenLifetime")
    assert not draft.is_dirty


def test_deep_nesting_costs_no_stack() -> None:
    value: Json = 1
    for _ in range(100_000):
        value = [value]
    draft = Draft({"odd": value})
    draft.set("clientName", "A")
    assert [change.path for change in draft.changes] == [("clientName",)]
