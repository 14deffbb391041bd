"""Saving a new client."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.models.changes import Change, compare_answer
from tui.models.client_secrets import can_be_tried, needs_secret
from tui.models.document import ClientDocument
from tui.models.json import JsonObject, copied
from tui.models.secrets import new_secret
from tui.saving.edit import scope_ids
from tui.saving.outcome import Saved, SecretState
from tui.saving.secret import (
    Learnt,
    insist,
    known_after,
    secret_state,
)

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.api.errors import ApiError


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


async def create(
    api: ConfigApi, draft: Draft, lookups: Lookups, learnt: Learnt | None = None
) -> Saved:
    """Create the client and see to its secret.

    Args:
        api: where to.
        draft: what to create.
        lookups: names of scopes, to compare what was asked with what came.
        learnt: from creations before on this server; this one adds to it.

    Raises:
        ApiError: it was not created, or its fate could not be found out.
    """
    from tui.api.errors import ApiError

    is_own_inum = not draft.edited.get("inum")
    inum = give_inum(draft)
    wanted: JsonObject = copied(draft.edited)
    secret = str(wanted.get("clientSecret") or "")
    if not secret and needs_secret(wanted):
        secret = new_secret()
        wanted["clientSecret"] = secret
    notes = []
    try:
        document = await api.clients.create(wanted)
    except ApiError as lost:
        document = await _created_all_the_same(api, inum, lost)
        if not is_own_inum and _altered(wanted, document, lookups):
            raise _taken(inum) from None
        notes.append("The answer got lost on the way, but the client was created.")
    # Some servers answer a POST with the secret that they took.
    taken = document.get("clientSecret") == secret
    state = SecretState.UNTOUCHED
    inum = document.inum or inum
    after: ClientDocument | None = None
    try:
        if secret:
            learnt = learnt or Learnt()
            if learnt.drops_posted and can_be_tried(document.raw):
                state = SecretState.REFUSED
            else:
                state = await secret_state(api, document.raw, secret)
            # By PATCH first, but only where it can be seen whether that helped.
            if state is SecretState.REFUSED:
                state, after = await insist(api, inum, secret, patch=True)
                learnt.drops_posted = state is SecretState.VERIFIED
            elif state is SecretState.SENT and not taken:
                state, after = await insist(api, inum, secret, patch=False)
        # The answer to a PATCH is what is stored, too.
        document = after or await api.clients.get(inum)
    except ApiError as error:
        state = known_after(error, state) if secret else state
        notes.append(f"The client was created, but not all could be checked: {error.sentence}")
    return Saved(document, _altered(wanted, document, lookups), secret, state, notes)


async def _created_all_the_same(api: ConfigApi, inum: str, lost: ApiError) -> ClientDocument:
    """The client, if there is one although its creation seemed to fail.

    Raises:
        ApiError: ``lost`` itself, when there is none or that cannot be found out.
    """
    from tui.api.errors import ApiError, Conflict, ServerFailed

    if not lost.may_have_happened and not isinstance(lost, Conflict | ServerFailed):
        raise lost
    try:
        return await api.clients.get(inum)
    except ApiError:
        raise lost from None


def _taken(inum: str) -> ApiError:
    from tui.api.errors import Conflict

    return Conflict(
        f"The server has a client with the ID {inum} already, with other values: it may come of an "
        "earlier try. It was left as it is. Change it from the list, or give this one another ID."
    )


def _altered(wanted: JsonObject, document: ClientDocument, lookups: Lookups) -> list[Change]:
    return compare_answer(wanted, document.raw, created=True, scope_ids=scope_ids(lookups))
