"""Creating a deleted client again, as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.journal.entry import Entry
from tui.models.changes import compare_answer, difference, to_patch
from tui.models.json import JsonObject, copied
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.secrets import SECRET_MEMBERS
from tui.saving.create import create
from tui.saving.edit import scope_ids
from tui.saving.outcome import Saved

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi

IDENTITY = frozenset({"inum", "clientIdIssuedAt", "clientSecretExpiresAt"})
"""What a server makes together with a client."""

PLACEHOLDER = "https://placeholder.invalid/"
"""Stands for a moment in a client without redirect URIs, which servers refuse to create.
Nobody can have a host in ``.invalid`` (RFC 2606 section 2)."""


def restored(entry: Entry, *, same_id: bool = True) -> Draft:
    """The new client that is the deleted one again, all that can be set.

    Args:
        entry: of the deletion.
        same_id: whether it gets its id back; else the server makes that, and its dates.
    """
    client = settable(entry.client or {})
    if not same_id:
        client = {name: item for name, item in client.items() if name not in IDENTITY}
    return Draft(None, client)


async def restore(api: ConfigApi, entry: Entry, lookups: Lookups) -> Saved:
    """Create the client again; one that needs a secret gets a new one.

    POST sorts lists, cuts unsupported grants and adds defaults, all of which a patch mends.

    Args:
        api: where to.
        entry: of the deletion.
        lookups: names of scopes, to compare what was asked with what came.

    Raises:
        ApiError: it was not created, or its fate could not be found out.
    """
    from tui.api.errors import ApiError

    draft = restored(entry)
    wanted = copied(draft.edited)
    without_uris = not wanted.get("redirectUris")
    if without_uris:
        draft.edited["redirectUris"] = [PLACEHOLDER]
    saved = await create(api, draft, lookups)
    missing = to_patch(difference(settable(saved.document.raw), wanted))
    if not missing:
        return saved
    inum = saved.document.inum
    try:
        merged = await api.clients.patch(inum, missing)
    except ApiError as error:
        notes = [
            *saved.notes,
            "The client was created again, but not all of it could be made as it was: "
            f"{error.sentence}",
        ]
        if without_uris:
            notes.append(f"It had no redirect URI; {PLACEHOLDER} stands for none.")
        return replace(saved, notes=notes)
    notes = list(saved.notes)
    try:
        document = await api.clients.get(inum)
    except ApiError as error:
        document = merged
        notes.append(f"All was sent, but could not be read back: {error.sentence}")
    altered = compare_answer(wanted, document.raw, created=False, scope_ids=scope_ids(lookups))
    return replace(saved, document=document, altered=altered, notes=notes)


def settable(client: JsonObject) -> JsonObject:
    """The members of a client that a request can set, secrets aside; not a copy."""
    left_out = READ_ONLY_MEMBERS | SECRET_MEMBERS
    return {name: item for name, item in client.items() if name not in left_out}
