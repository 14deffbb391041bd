"""Replacing all that is edited at once."""

from tui.forms.draft import Draft
from tui.models.json import JsonObject, copied

ORIGINAL: JsonObject = {
    "inum": "1",
    "scopes": ["a", "b"],
    "description": "old",
    "attributes": {"requirePkce": True, "parLifetime": 5},
}


def replaced(**members: object) -> tuple[Draft, JsonObject]:
    draft = Draft(ORIGINAL)
    whole: JsonObject = copied(ORIGINAL)
    whole.update(members)  # type: ignore[arg-type]
    draft.replace(whole)
    return draft, whole


def test_the_changes_are_those_of_the_new_document() -> None:
    draft, _ = replaced(description="new", more=[1])
    assert [change.path for change in draft.changes] == [("description",), ("more",)]


def test_the_same_document_changes_nothing() -> None:
    draft, _ = replaced()
    assert draft.edited == ORIGINAL
    assert not draft.is_dirty


def test_a_list_that_is_only_reordered_leaves_no_trace() -> None:
    draft, _ = replaced(scopes=["b", "a"])
    assert draft.edited["scopes"] == ["a", "b"]


def test_the_draft_and_the_document_share_nothing() -> None:
    draft, whole = replaced(more=[1])
    draft.edited["more"] = [2]
    more = whole["more"]
    assert more == [1]
    attributes = draft.edited["attributes"]
    assert isinstance(attributes, dict)
    attributes["requirePkce"] = False
    assert Draft(ORIGINAL).value("attributes.requirePkce") is True


def test_what_was_rejected_stays_unless_something_else_is_put_there() -> None:
    draft = Draft(ORIGINAL)
    draft.reject("description", "x", "no")
    draft.reject("attributes.parLifetime", "soon", "no")
    draft.reject("attributes.other", "soon", "no")
    draft.replace({**copied(ORIGINAL), "attributes": {"requirePkce": True, "parLifetime": 6}})
    assert set(draft.rejected) == {"description", "attributes.other"}
    draft.replace({"inum": "1", "scopes": [], "description": "old"})
    assert set(draft.rejected) == {"description"}


def test_of_a_new_client_everything_is_taken_as_it_is() -> None:
    draft = Draft(None, {"clientName": "a", "scopes": ["a", "b"]})
    draft.replace({"scopes": ["b", "a"]})
    assert draft.edited == {"scopes": ["b", "a"]}
    assert draft.start == {"clientName": "a", "scopes": ["a", "b"]}
    assert [change.path for change in draft.touched] == [("clientName",)]
