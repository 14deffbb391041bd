"""A JSON Patch applied to a client."""

from tui.models.json import JsonObject
from tui.sandbox.client_entry import complete
from tui.sandbox.client_input import patch_document, read
from tui.sandbox.patching import apply
from tui.sandbox.store import Row


def patched(row: Row, patch: bytes, keep_unknown: bool, now: int) -> JsonObject:
    """The client in ``row`` after ``patch``; ``clientSecret`` is in it as the patch left it.

    ``now`` is in seconds since 1970.

    Raises:
        ValueError, jsonpatch.JsonPatchException, jsonpointer.JsonPointerException: the patch
            does not apply, makes something else than a client, or changes the key.
    """
    before = patch_document(row.entry, row.secret)
    after = apply(patch, before)
    if after.get("clientName") == before.get("clientName"):
        # Only the alias may have been patched.
        after["clientName"] = after.get("displayName")
    after.pop("displayName", None)
    return complete(read(after, keep_unknown), now)
