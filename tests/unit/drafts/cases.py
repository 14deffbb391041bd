"""Drafts to keep."""

from datetime import UTC, datetime
from typing import Any

from tui.drafts.stored import StoredDraft, to_store
from tui.forms.draft import Draft
from tui.models.json import JsonObject

SANDBOX, OTHER = "sandbox:sandbox", "server:jans.example"
NOON = datetime(2026, 6, 15, 12, 0, tzinfo=UTC)

ORIGINAL: JsonObject = {
    "inum": "1234",
    "clientName": "Old",
    "clientSecret": "the-old-secret",
    "registrationAccessToken": "the-token",
    "scopes": ["a", "b"],
    "attributes": {"requirePkce": True, "nested": {"client_secret": "the-deep-secret"}},
    "unknown.member": [1, {"x": None}],
}
SECRETS = ("the-old-secret", "the-token", "the-deep-secret", "the-new-secret")


def edited(**members: Any) -> Draft:
    """A draft of ``ORIGINAL`` in which ``members`` were set."""
    draft = Draft(ORIGINAL)
    for name, value in members.items():
        draft.set(name, value)
    return draft


def stored(draft: Draft, inum: str = "1234", profile: str = SANDBOX, **more: Any) -> StoredDraft:
    """What is kept of a draft that has changes."""
    kept = to_store(draft, inum, profile, more.get("time", NOON), more.get("typing", {}))
    assert kept is not None
    return kept
