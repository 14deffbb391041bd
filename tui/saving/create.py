"""Saving a new client."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.models.changes import compare_answer
from tui.models.document import ClientDocument
from tui.models.json import JsonObject, copied
from tui.models.secrets import new_secret
from tui.saving.edit import scope_ids
from tui.saving.outcome import Saved, SecretState
from tui.saving.secret import insist, needs_secret, secret_state

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi


def give_inum(draft: Draft) -> str:
    """The inum under which ``draft`` is created: chosen here, and the same at each try.

    Servers keep an inum that is sent. Knowing it beforehand tells, after an answer got
    lost, whether the client was created.
    """
    inum = draft.edited.get("inum")
    if not isinstance(inum, str) or not inum:
        inum = str(uuid.uuid4())
        draft.edited["inum"] = inum
    return inum


async def create(api: ConfigApi, draft: Draft, lookups: Lookups) -> Saved:
    """Create the client and see to its secret.

    Raises:
        ApiError: it was not created, or its fate could not be found out.
    """
    from tui.api.errors import ApiError, Conflict, ServerFailed

    inum = give_inum(draft)
    wanted: JsonObject = copied(draft.edited)
    secret = str(wanted.get("clientSecret") or "")
    if not secret and needs_secret(wanted):
        secret = new_secret()
        wanted["clientSecret"] = secret
    notes = []
    try:
        document = await api.clients.create(wanted)
    except ApiError as error:
        if not error.may_have_happened and not isinstance(error, Conflict | ServerFailed):
            raise
        try:
            document = await api.clients.get(inum)
        except ApiError:
            raise error from None
        notes.append("The answer got lost on the way, but the client was created.")
    # Some servers answer a POST with the secret that they took.
    taken = document.get("clientSecret") == secret
    state = SecretState.UNTOUCHED
    try:
        document = await api.clients.get(document.inum or inum)
        if secret:
            state = await _settle_secret(api, document, secret, taken=taken)
            document = await api.clients.get(document.inum)
    except ApiError as error:
        state = SecretState.SENT if secret else state
        notes.append(f"The client was created, but not all could be checked: {error.sentence}")
    altered = compare_answer(wanted, document.raw, created=True, scope_ids=scope_ids(lookups))
    return Saved(document, altered, secret, state, notes)


async def _settle_secret(
    api: ConfigApi, document: ClientDocument, secret: str, *, taken: bool
) -> SecretState:
    state = await secret_state(api, document.raw, secret)
    if state is SecretState.REFUSED:
        return await insist(api, document.inum, secret, patch=True)
    if state is SecretState.SENT and not taken:
        return await insist(api, document.inum, secret, patch=False)
    return state
