"""Making a client anew that was deleted while it was being edited."""

from __future__ import annotations

from tui.forms.draft import Draft
from tui.models.json import JsonObject, copied
from tui.models.new_client import NOT_CLONED

KEPT = frozenset({"inum", "clientName"})


def anew(draft: Draft) -> Draft:
    """The draft of a new client with the id and the values of the one that ``draft`` edits.

    The old secret is not among them, as what the server had returned may be ciphertext; one
    that was typed is.
    """
    wanted: JsonObject = {
        name: copied(value)
        for name, value in draft.edited.items()
        if name in KEPT or name not in NOT_CLONED
    }
    if draft.is_changed("clientSecret") and "clientSecret" in draft.edited:
        wanted["clientSecret"] = draft.edited["clientSecret"]
    return Draft(None, wanted)
