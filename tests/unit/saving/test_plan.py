"""What a save would send, from three versions of one client."""

from typing import Any

import pytest

from tui.forms.draft import Draft
from tui.models.changes import Change, Conflict, apply_patch
from tui.models.json import ABSENT, Json, JsonObject
from tui.saving.plan import SERVER_OWNED, Plan, plan

OPENED: JsonObject = {
    "inum": "1",
    "clientName": "Acme",
    "displayName": "Acme",
    "clientSecret": "ciphertext-1",
    "contacts": ["a@acme.example"],
    "scopes": ["inum=1,ou=scopes,o=jans", "inum=2,ou=scopes,o=jans"],
    "attributes": {"requirePkce": False, "newer": [1]},
    "unknown": {"deep": [1, {"x": None}]},
}


def planned(latest: dict[str, Any] | None = None, **mine: Json) -> Plan:
    """A plan: ``mine`` is set by the person, ``latest`` is what the server has otherwise."""
    draft = Draft(OPENED)
    for path, value in mine.items():
        draft.set(path.replace("__", "."), value)
    return plan(draft, OPENED | (latest or {}))


def add(path: str, value: Json) -> dict[str, Json]:
    return {"op": "add", "path": path, "value": value}


def test_nothing_changed_nothing_sent() -> None:
    made = planned()
    assert (made.mine, made.theirs, made.conflicts, made.operations({})) == ([], [], [], [])
    assert made.wanted({}) == OPENED


def test_only_what_was_edited_is_sent() -> None:
    made = planned(description="A portal", attributes__requirePkce=True)
    assert made.operations({}) == [
        add("/attributes/requirePkce", True),
        add("/description", "A portal"),
    ]
    assert made.theirs == []


def test_an_edit_by_someone_else_elsewhere_stays() -> None:
    made = planned({"description": "theirs"}, contacts=["b@acme.example"])
    assert made.theirs == [Change(("description",), ABSENT, "theirs")]
    assert made.operations({}) == [add("/contacts", ["b@acme.example"])]
    assert made.wanted({})["description"] == "theirs"


def test_members_that_nobody_here_knows_merge_too() -> None:
    theirs = {"unknown": {"deep": [2]}, "attributes": {"requirePkce": False, "newer": [1, 2]}}
    made = planned(theirs, attributes__requirePkce=True)
    assert made.operations({}) == [add("/attributes/requirePkce", True)]
    assert made.wanted({})["unknown"] == {"deep": [2]}
    assert made.wanted({})["attributes"] == {"requirePkce": True, "newer": [1, 2]}


def test_what_both_did_alike_needs_no_request() -> None:
    made = planned({"description": "the same"}, description="the same")
    assert made.conflicts == []
    assert made.operations({}) == []


def test_a_conflict_is_theirs_until_mine_is_chosen() -> None:
    made = planned({"contacts": ["t@acme.example"]}, contacts=["m@acme.example"])
    path = ("contacts",)
    assert made.conflicts == [
        Conflict(path, ["a@acme.example"], ["m@acme.example"], ["t@acme.example"])
    ]
    assert made.operations({}) == made.operations({path: "theirs"}) == []
    assert made.operations({path: "mine"}) == [add("/contacts", ["m@acme.example"])]


def test_a_choice_without_a_conflict_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="contacts"):
        planned().operations({("contacts",): "mine"})


@pytest.mark.parametrize("name", sorted(SERVER_OWNED - {"displayName"}))
@pytest.mark.parametrize("latest", [{}, {"anew": 1}], ids=["gone", "anew"])
def test_what_the_server_writes_by_itself_is_no_edit(name: str, latest: JsonObject) -> None:
    opened = OPENED | {name: "as opened"}
    now = {key: value for key, value in opened.items() if key != name}
    now |= {name: "anew"} if latest else {}
    draft = Draft(opened)
    draft.set("description", "mine")
    made = plan(draft, now)
    assert made.theirs == []
    assert made.operations({}) == [add("/description", "mine")]


def test_a_member_of_the_server_that_came_meanwhile_stays_there() -> None:
    made = planned({"lastAccessTime": "2026-01-01T00:00:00"}, description="mine")
    assert made.theirs == []
    assert made.wanted({})["lastAccessTime"] == "2026-01-01T00:00:00"
    assert made.operations({}) == [add("/description", "mine")]


def test_a_secret_encrypted_anew_is_not_sent_back() -> None:
    made = planned({"clientSecret": "ciphertext-2"}, description="mine")
    assert made.operations({}) == [add("/description", "mine")]


def test_a_typed_secret_is_sent_without_a_conflict() -> None:
    made = planned({"clientSecret": "ciphertext-2"}, clientSecret="typed")
    assert made.conflicts == []
    assert made.operations({}) == [add("/clientSecret", "typed")]


def test_the_name_is_sent_under_both_its_names() -> None:
    made = planned(clientName="Acme 2")
    assert sorted(made.operations({}), key=str) == [
        add("/clientName", "Acme 2"),
        add("/displayName", "Acme 2"),
    ]
    assert made.mine == [Change(("clientName",), "Acme", "Acme 2")]


def test_the_name_alone_where_the_server_has_no_alias() -> None:
    opened = {name: value for name, value in OPENED.items() if name != "displayName"}
    draft = Draft(opened)
    draft.set("clientName", "Acme 2")
    assert plan(draft, opened).operations({}) == [add("/clientName", "Acme 2")]


def test_a_name_that_is_taken_away_takes_its_alias_along() -> None:
    draft = Draft(OPENED)
    draft.clear("clientName")
    made = plan(draft, OPENED)
    assert {(step["op"], step["path"]) for step in made.operations({})} == {
        ("remove", "/clientName"),
        ("remove", "/displayName"),
    }
    assert "displayName" not in made.wanted({})


def test_a_name_that_someone_else_changed_is_no_edit_of_mine() -> None:
    made = planned({"clientName": "Theirs", "displayName": "Theirs"}, description="mine")
    assert made.theirs == [Change(("clientName",), "Acme", "Theirs")]
    assert made.operations({}) == [add("/description", "mine")]


def test_scopes_in_another_order_are_no_edit() -> None:
    scopes = OPENED["scopes"]
    assert isinstance(scopes, list)
    made = planned({"scopes": scopes[::-1]}, description="mine")
    assert made.theirs == []
    assert made.operations({}) == [add("/description", "mine")]


def test_members_that_are_null_or_of_a_wrong_type_are_left_alone() -> None:
    odd: JsonObject = {"inum": "1", "contacts": None, "disabled": "maybe", "attributes": None}
    draft = Draft(odd)
    draft.set("description", "mine")
    assert plan(draft, odd).operations({}) == [add("/description", "mine")]
    draft.set("attributes.requirePkce", True)
    operations = plan(draft, odd).operations({})
    assert add("/attributes", {"requirePkce": True}) in operations
    assert apply_patch(odd, operations) == {
        **odd,
        "description": "mine",
        "attributes": {"requirePkce": True},
    }


@pytest.mark.parametrize(
    ("now", "is_lacking"),
    [
        (OPENED, True),
        ({**OPENED, "description": "mine"}, False),
        ({**OPENED, "description": "mine, but altered by the server"}, False),
        ({**OPENED, "contacts": []}, True),
        ({**OPENED, "clientSecret": "ciphertext-2", "lastAccessTime": "now"}, True),
    ],
)
def test_whether_a_later_read_lacks_what_was_asked(now: JsonObject, is_lacking: bool) -> None:
    assert planned(description="mine").differs(now, {}) is is_lacking
