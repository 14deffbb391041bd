"""What of a draft is kept, and what comes back of it."""

from hypothesis import given

from tests.unit.drafts.cases import NOON, ORIGINAL, SANDBOX, SECRETS, edited, stored
from tests.unit.models.strategies import json_objects
from tui.drafts.format import from_bytes, to_bytes
from tui.drafts.stored import (
    KEY_SET,
    LEFT_OUT,
    PRIVATE_KEY,
    SECRET,
    StoredDraft,
    restored,
    to_store,
)
from tui.forms.draft import Draft
from tui.models.json import JsonObject, copied, same
from tui.models.new_client import new_client


def through_a_file(kept: StoredDraft) -> StoredDraft:
    return from_bytes(to_bytes(kept))


def test_a_draft_comes_back_as_it_was() -> None:
    draft = edited(clientName="New", scopes=["b", "c"])
    draft.clear("attributes.requirePkce")
    draft.reject("accessTokenLifetime", "soon", "That is no number.")
    back = restored(through_a_file(stored(draft)), ORIGINAL)
    assert back.original == ORIGINAL
    assert back.edited == draft.edited
    assert back.rejected == draft.rejected
    assert back.touched == draft.touched


def test_who_and_when_come_back() -> None:
    kept = through_a_file(stored(edited(clientName="New")))
    assert (kept.inum, kept.profile, kept.name, kept.time) == ("1234", SANDBOX, "New", NOON)


def test_a_new_client_comes_back_new_with_what_it_started_from() -> None:
    draft = Draft(None, new_client())
    draft.set("clientName", "Fresh")
    back = restored(through_a_file(stored(draft, "some-key")), None)
    assert back.is_new
    assert back.edited == draft.edited
    assert [change.path for change in back.touched] == [("clientName",)]
    back.revert("clientName")
    assert not back.is_dirty


def test_nothing_is_kept_of_what_was_not_changed() -> None:
    assert to_store(edited(), "1234", SANDBOX, NOON, {}) is None
    draft = edited(clientName="New")
    draft.revert("clientName")
    assert to_store(draft, "1234", SANDBOX, NOON, {}) is None
    assert to_store(Draft(None, new_client()), "key", SANDBOX, NOON, {}) is None


def test_no_secret_is_written_neither_typed_nor_returned() -> None:
    draft = edited(clientName="New", clientSecret="the-new-secret")
    draft.reject(SECRET, "the-new-secret", "no")
    data = to_bytes(stored(draft, typing={SECRET: "the-new-secret", "description": "typed"}))
    assert not [secret for secret in SECRETS if secret.encode() in data]
    assert b"typed" in data
    assert draft.edited["clientSecret"] == "the-new-secret"


def test_secrets_come_from_the_server_again() -> None:
    latest = {**copied(ORIGINAL), "clientSecret": "encrypted anew", "clientName": "Theirs"}
    back = restored(through_a_file(stored(edited(scopes=["c"]))), latest)
    assert back.edited["clientSecret"] == "encrypted anew"
    assert back.original is not None
    assert back.original["clientSecret"] == "encrypted anew"
    assert back.original["clientName"] == "Old"
    assert [change.path for change in back.changes] == [("scopes",)]


def test_secrets_that_the_server_has_no_more_are_left_out() -> None:
    back = restored(stored(edited(clientName="New")), None)
    assert "clientSecret" not in back.edited
    assert LEFT_OUT not in str(back.edited)
    assert [change.path for change in back.changes] == [("clientName",)]


def test_a_typed_secret_has_to_be_typed_again() -> None:
    kept = through_a_file(stored(edited(clientSecret="the-new-secret")))
    assert kept.secret_typed
    back = restored(kept, ORIGINAL)
    assert "type the new secret again" in back.rejected[SECRET].problem
    assert back.edited == ORIGINAL
    assert stored(back).secret_typed
    back.revert(SECRET)
    assert not back.is_dirty


def test_a_secret_that_is_being_typed_is_remembered_as_such() -> None:
    assert stored(edited(), typing={SECRET: "the-new"}).secret_typed


def test_a_new_client_with_a_typed_secret() -> None:
    draft = Draft(None, new_client())
    draft.set("clientSecret", "the-new-secret")
    kept = through_a_file(stored(draft, "key"))
    assert kept.secret_typed
    assert "clientSecret" not in restored(kept, None).edited


def test_what_is_being_typed_comes_back_in_its_place() -> None:
    back = restored(through_a_file(stored(edited(), typing={"clientName": "Hal"})), ORIGINAL)
    assert back.rejected["clientName"].text == "Hal"
    assert "being typed" in back.rejected["clientName"].problem
    assert back.is_dirty


def test_the_same_edits_later_are_the_same_edits() -> None:
    one = stored(edited(clientName="New"))
    assert one.same_edits(stored(edited(clientName="New"), time=NOON.replace(hour=13)))
    assert not one.same_edits(stored(edited(clientName="Newer")))
    assert not one.same_edits(stored(edited(clientName="New", clientSecret="the-new-secret")))
    assert not one.same_edits(stored(edited(clientName="New"), typing={"description": "x"}))
    assert not one.same_edits(None)


@given(json_objects, json_objects)
def test_any_edit_of_anything_comes_back(original: JsonObject, wanted: JsonObject) -> None:
    draft = Draft(original)
    draft.replace(wanted)
    kept = to_store(draft, "1", SANDBOX, NOON, {})
    if kept is None:
        # An ``attributes`` that holds nothing is nothing to lose.
        assert same({"attributes": {}, **draft.edited}, {"attributes": {}, **original})
        return
    back = restored(through_a_file(kept), original)
    assert back.original is not None
    assert same(back.original, original)
    assert same(back.edited, draft.edited)


def test_private_keys_are_not_written_wherever_they_stand() -> None:
    begun = '{"keys": [{"kty": "EC", "d" : "the-private-part'
    for draft, typing in (
        (edited(clientName="New", jwks=begun), {}),
        (edited(clientName="New"), {KEY_SET: begun}),
        (rejecting(KEY_SET, "-----BEGIN PRIVATE KEY-----\nthe-private-part"), {}),
    ):
        kept = stored(draft, typing=typing)
        assert b"the-private-part" not in to_bytes(kept)
        assert kept.draft.rejected[KEY_SET].problem == PRIVATE_KEY
        assert kept.draft.edited["clientName"] == "New"


def rejecting(path: str, text: str) -> Draft:
    draft = edited(clientName="New")
    draft.reject(path, text, "no")
    return draft


def test_a_public_key_that_is_being_typed_is_kept() -> None:
    begun = '{"keys": [{"kty": "EC", "x": "public", '
    assert stored(edited(), typing={KEY_SET: begun}).draft.rejected[KEY_SET].text == begun
