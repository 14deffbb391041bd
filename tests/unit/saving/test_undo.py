"""What taking back an edit would send."""

import pytest
from hypothesis import given

from tests.unit.journal.support import ORIGIN
from tests.unit.models.strategies import client_objects
from tui.journal.entry import Entry
from tui.journal.making import created, deleted, edited
from tui.models.changes import Change, Conflict, difference
from tui.models.json import ABSENT, JsonObject, copied, same
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.secrets import SECRET_MEMBERS
from tui.saving.undo import is_done, undo_draft, undo_plan, why_not

BEFORE: JsonObject = {
    "inum": "1",
    "clientName": "old",
    "displayName": "old",
    "clientSecret": "cipher",
    "contacts": ["a"],
    "attributes": {"requirePkce": False, "parLifetime": 600},
}
AFTER: JsonObject = {
    "inum": "1",
    "clientName": "new",
    "displayName": "new",
    "clientSecret": "cipher",
    "description": "added",
    "attributes": {"requirePkce": True, "parLifetime": 600},
}
EDIT = edited(ORIGIN, BEFORE, AFTER, [])


def with_members(raw: JsonObject, **members: object) -> JsonObject:
    return {**copied(raw), **members}  # type: ignore[dict-item]


def test_all_that_was_changed_is_taken_back() -> None:
    made = undo_plan(EDIT, AFTER)
    assert not made.conflicts
    assert not made.theirs
    assert sorted(made.operations({}), key=lambda one: one["path"]) == [
        {"op": "add", "path": "/attributes/requirePkce", "value": False},
        {"op": "add", "path": "/clientName", "value": "old"},
        {"op": "add", "path": "/contacts", "value": ["a"]},
        {"op": "remove", "path": "/description"},
        {"op": "add", "path": "/displayName", "value": "old"},
    ]
    assert same(made.wanted({}), {**BEFORE})


def test_what_others_changed_since_then_stays() -> None:
    now = with_members(AFTER, organization="theirs", clientSecret="encrypted anew")
    made = undo_plan(EDIT, now)
    assert made.conflicts == []
    assert same(
        made.wanted({}),
        with_members(BEFORE, organization="theirs", clientSecret="encrypted anew"),
    )


def test_a_setting_that_changed_again_is_a_conflict() -> None:
    made = undo_plan(EDIT, with_members(AFTER, clientName="newer", displayName="newer"))
    conflict = Conflict(("clientName",), base="new", mine="old", theirs="newer")
    assert made.conflicts == [conflict]
    assert made.wanted({("clientName",): "theirs"})["clientName"] == "newer"
    assert made.wanted({("clientName",): "mine"})["clientName"] == "old"
    assert made.wanted({})["contacts"] == ["a"]


def test_what_was_taken_back_already_is_no_conflict() -> None:
    made = undo_plan(EDIT, with_members(AFTER, clientName="old", displayName="old"))
    assert made.conflicts == []
    assert "/clientName" not in {one["path"] for one in made.operations({})}
    assert not is_done(made)
    assert is_done(undo_plan(EDIT, BEFORE))


@pytest.mark.parametrize("attributes", [ABSENT, None, "odd", [], {}])
def test_attributes_that_are_gone_or_odd_harm_nothing(attributes: object) -> None:
    now = with_members(AFTER, attributes=attributes)
    if attributes is ABSENT:
        del now["attributes"]
    made = undo_plan(EDIT, now)
    assert same(made.latest, now)
    assert all(conflict.path[0] == "attributes" for conflict in made.conflicts)
    assert made.wanted({})["clientName"] == "old"


def test_the_client_now_and_the_entry_stay_as_they_are() -> None:
    now, changes = copied(AFTER), list(EDIT.changes)
    draft = undo_draft(EDIT, now)
    draft.set("attributes.requirePkce", "x")
    draft.set("contacts", ["b"])
    assert same(now, AFTER)
    assert EDIT.changes == changes


def lasting(raw: JsonObject) -> JsonObject:
    left_out = READ_ONLY_MEMBERS | SECRET_MEMBERS
    return {name: value for name, value in raw.items() if name not in left_out}


@given(client_objects, client_objects)
def test_an_edit_and_its_undo_leave_no_trace(before: JsonObject, after: JsonObject) -> None:
    made = undo_plan(edited(ORIGIN, before, after, []), after)
    assert made.conflicts == []
    assert difference(lasting(made.wanted({})), lasting(before)) == []


@given(client_objects, client_objects, client_objects)
def test_no_client_makes_an_undo_fail(
    before: JsonObject, after: JsonObject, now: JsonObject
) -> None:
    entry = edited(ORIGIN, before, after, [])
    made = undo_plan(entry, now)
    mine = made.wanted({conflict.path: "mine" for conflict in made.conflicts})
    untouched = {change.path[0] for change in difference(now, mine)}
    assert untouched <= {change.path[0] for change in entry.changes} | {"displayName"}


def test_what_cannot_be_taken_back_says_why() -> None:
    assert why_not(EDIT) == ""
    assert why_not(created(ORIGIN, AFTER)) == ""
    assert why_not(deleted(ORIGIN, AFTER)) == ""
    secret = edited(
        ORIGIN, AFTER, AFTER, [{"op": "add", "path": "/clientSecret", "value": "s3cret"}]
    )
    assert "keeps no secrets" in why_not(secret)
    dropped = edited(ORIGIN, AFTER, AFTER, [{"op": "add", "path": "/x", "value": 1}])
    assert "nothing to take back" in why_not(dropped)
    assert "does not have the client" in why_not(Entry(kind="delete", effect="delete", inum="1"))
    assert "does not know" in why_not(Entry(kind="bulk", effect="bulk", inum="1"))


def test_an_undo_tells_what_it_did_like_others() -> None:
    back = edited(ORIGIN, AFTER, BEFORE, [], undoes=EDIT)
    assert (back.kind, back.effect, back.undoes) == ("undo", "edit", EDIT.id)
    assert Change(("clientName",), "new", "old") in back.changes
    assert same(undo_plan(back, BEFORE).wanted({}), AFTER)
