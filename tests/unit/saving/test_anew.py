"""The draft of a client that was deleted meanwhile."""

from tui.forms.draft import Draft
from tui.models.json import JsonObject
from tui.saving.anew import anew

ORIGINAL: JsonObject = {
    "dn": "inum=1234,ou=clients,o=jans",
    "inum": "1234",
    "clientName": "Acme",
    "displayName": "Acme",
    "clientSecret": "ciphertext",
    "registrationAccessToken": "token",
    "clientIdIssuedAt": "2026-01-01T00:00:00",
    "lastAccessTime": "2026-01-01T00:00:00",
    "scopes": ["a"],
    "attributes": {"requirePkce": True},
    "unknown": [1],
}


def test_id_and_values_stay_and_what_the_server_made_goes() -> None:
    draft = Draft(ORIGINAL)
    draft.set("clientName", "New")
    made = anew(draft)
    assert made.is_new
    assert made.edited == {
        "inum": "1234",
        "clientName": "New",
        "scopes": ["a"],
        "attributes": {"requirePkce": True},
        "unknown": [1],
    }


def test_a_secret_that_was_typed_goes_along() -> None:
    draft = Draft(ORIGINAL)
    draft.set("clientSecret", "typed")
    assert anew(draft).edited["clientSecret"] == "typed"


def test_the_draft_stays_as_it_is() -> None:
    draft = Draft(ORIGINAL)
    made = anew(draft)
    made.set("attributes.requirePkce", False)
    assert draft.edited == ORIGINAL
