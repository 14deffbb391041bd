import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.models.strategies import json_objects, nested
from tui.models.changes import Change, Conflict, Merge, difference, merge, resolve
from tui.models.json import ABSENT, JsonObject, copied, same

BASE: JsonObject = {
    "clientName": "base",
    "contacts": ["a"],
    "attributes": {"requirePkce": False, "parLifetime": 600},
    "clientNameLocalized": {"values": {"": "base", "fr": "base"}},
}


def edited(**members: object) -> JsonObject:
    """A copy of ``BASE`` with some members replaced; dots are written ``__``."""
    document = copied(BASE)
    for name, value in members.items():
        *parents, last = name.split("__")
        target = document
        for parent in parents:
            target = target[parent]  # type: ignore[assignment]
        if value is ABSENT:
            del target[last]
        else:
            target[last] = value  # type: ignore[assignment]
    return document


def test_edits_of_different_members_are_both_kept() -> None:
    result = merge(
        BASE,
        edited(clientName="mine", attributes__requirePkce=True),
        edited(contacts=["a", "b"], attributes__parLifetime=60, attributes__requirePar=True),
    )
    assert result.conflicts == []
    assert result.merged == edited(
        clientName="mine",
        contacts=["a", "b"],
        attributes__requirePkce=True,
        attributes__parLifetime=60,
        attributes__requirePar=True,
    )
    assert result.mine == [
        Change(("clientName",), "base", "mine"),
        Change(("attributes", "requirePkce"), False, True),
    ]
    assert result.theirs == [
        Change(("contacts",), ["a"], ["a", "b"]),
        Change(("attributes", "parLifetime"), 600, 60),
        Change(("attributes", "requirePar"), ABSENT, True),
    ]


def test_the_same_edit_is_no_conflict() -> None:
    both = edited(clientName="new", contacts=ABSENT, attributes__requirePkce=True)
    result = merge(BASE, both, copied(both))
    assert result.conflicts == []
    assert result.merged == both


def test_different_edits_of_a_member_conflict() -> None:
    result = merge(
        BASE,
        edited(clientName="mine", attributes__parLifetime=1, contacts=ABSENT),
        edited(clientName="theirs", attributes__parLifetime=2, contacts=["b"]),
    )
    assert result.conflicts == [
        Conflict(("clientName",), "base", "mine", "theirs"),
        Conflict(("contacts",), ["a"], ABSENT, ["b"]),
        Conflict(("attributes", "parLifetime"), 600, 1, 2),
    ]
    assert result.merged == edited(clientName="theirs", attributes__parLifetime=2, contacts=["b"])


def test_languages_are_members_too() -> None:
    result = merge(
        BASE,
        edited(clientNameLocalized__values__fr="mine"),
        edited(clientNameLocalized__values__de="theirs"),
    )
    assert result.conflicts == []
    assert result.merged["clientNameLocalized"] == {
        "values": {"": "base", "fr": "mine", "de": "theirs"}
    }


def test_both_may_add_the_same_object() -> None:
    result = merge({}, {"attributes": {"a": 1, "c": 1}}, {"attributes": {"b": 2, "c": 2}})
    assert result.merged == {"attributes": {"a": 1, "b": 2, "c": 2}}
    assert result.conflicts == [Conflict(("attributes", "c"), ABSENT, 1, 2)]


def test_removing_an_object_conflicts_with_an_edit_in_it() -> None:
    changed = edited(attributes__requirePkce=True)
    result = merge(BASE, edited(attributes=ABSENT), changed)
    assert [conflict.path for conflict in result.conflicts] == [("attributes",)]
    assert result.merged == changed
    assert resolve(result, {("attributes",): "mine"}) == edited(attributes=ABSENT)


def test_the_order_of_a_set_is_no_edit() -> None:
    base: JsonObject = {"scopes": ["a", "b"]}
    result = merge(base, {"scopes": ["b", "a"]}, {"scopes": ["a", "b", "c"]})
    assert result.conflicts == []
    assert result.merged == {"scopes": ["a", "b", "c"]}


def conflicting() -> Merge:
    return merge(
        BASE,
        edited(clientName="mine", contacts=ABSENT, attributes__parLifetime=1),
        edited(clientName="theirs", contacts=["b"], attributes__parLifetime=ABSENT),
    )


def test_each_conflict_is_resolved_as_chosen() -> None:
    result = conflicting()
    before = copied(result.merged)
    assert resolve(result, {}) == result.merged
    assert resolve(
        result,
        {("clientName",): "mine", ("contacts",): "mine", ("attributes", "parLifetime"): "theirs"},
    ) == edited(clientName="mine", contacts=ABSENT, attributes__parLifetime=ABSENT)
    assert resolve(result, {("attributes", "parLifetime"): "mine"}) == edited(
        clientName="theirs", contacts=["b"], attributes__parLifetime=1
    )
    assert result.merged == before


def test_a_choice_without_a_conflict_is_refused() -> None:
    with pytest.raises(ValueError, match=r"attributes\.requirePkce"):
        resolve(conflicting(), {("attributes", "requirePkce"): "mine"})


def test_the_documents_stay_as_they_are_and_are_not_shared() -> None:
    mine, theirs = edited(contacts=["x"]), edited(logos=[["y"]])
    before = copied(mine), copied(theirs)
    result = merge(BASE, mine, theirs)
    for name in ("contacts", "logos", "attributes"):
        value = result.merged[name]
        assert isinstance(value, list | dict)
        value.clear()
    assert (mine, theirs) == before


def test_deep_nesting_is_merged_whole() -> None:
    result = merge({"a": nested(9_000)}, {"a": nested(9_002)}, {"a": nested(9_004)})
    assert len(result.conflicts) == 1


@given(json_objects, json_objects)
def test_one_sided_edits_are_taken_over(base: JsonObject, changed: JsonObject) -> None:
    for result in (merge(base, changed, base), merge(base, base, changed)):
        assert result.conflicts == []
        assert difference(result.merged, changed) == []


@given(json_objects, json_objects)
def test_equal_edits_never_conflict(base: JsonObject, changed: JsonObject) -> None:
    result = merge(base, changed, copied(changed))
    assert result.conflicts == []
    assert same(result.merged, changed)


@given(json_objects, json_objects, json_objects)
def test_conflicts_are_the_same_seen_from_either_side(
    base: JsonObject, mine: JsonObject, theirs: JsonObject
) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert {conflict.path for conflict in one.conflicts} == {
        conflict.path for conflict in other.conflicts
    }
    assert one.mine == other.theirs or repr(one.mine) == repr(other.theirs)
    for conflict in one.conflicts:
        (turned,) = [found for found in other.conflicts if found.path == conflict.path]
        assert repr((conflict.mine, conflict.theirs)) == repr((turned.theirs, turned.mine))
    # Resolving all of them for one side gives what the other merge holds unresolved.
    chosen = resolve(one, {conflict.path: "mine" for conflict in one.conflicts})
    assert difference(chosen, other.merged) == []


@given(json_objects, json_objects, st.data())
def test_edits_of_disjoint_members_both_apply(
    base: JsonObject, donor: JsonObject, data: st.DataObject
) -> None:
    names = sorted({*base, *donor})
    ours = set(data.draw(st.sets(st.sampled_from(names)) if names else st.just(set())))

    def side(chosen: set[str]) -> JsonObject:
        kept = {name: value for name, value in base.items() if name not in chosen}
        return kept | {name: donor[name] for name in donor if name in chosen}

    result = merge(base, side(ours), side(set(names) - ours))
    assert result.conflicts == []
    assert difference(result.merged, donor) == []
