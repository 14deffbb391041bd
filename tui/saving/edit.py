"""Saving an existing client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.forms.lookups import Lookups
from tui.models.changes import Change, Operation, Path, Side, came_back, compare_answer, difference
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.saving.outcome import Saved, SecretState
from tui.saving.plan import Plan
from tui.saving.secret import insist, known_after, secret_state

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.api.errors import ApiError


async def save_edit(
    api: ConfigApi, plan: Plan, choices: Mapping[Path, Side], lookups: Lookups
) -> Saved:
    """Send the smallest patch, read the client back, and compare.

    Args:
        api: where to save.
        plan: made from a read just before.
        choices: which side wins each conflict; theirs where nothing is said.
        lookups: names of scopes, to compare what was asked with what came.

    Raises:
        ApiError: the patch was refused or its fate is unknown (``may_have_happened``).
    """
    from tui.api.errors import ApiError

    wanted = plan.wanted(choices)
    operations = plan.operations(choices)
    inum = str(wanted.get("inum", ""))
    secret = _new_secret(operations)
    notes = []
    try:
        document = await _patched(api, inum, operations)
        # A PATCH answers with what is stored: with the secret itself where it isn't encrypted.
        unusable = document.get("clientSecret") == secret
    except ApiError as lost:
        document = await _changed_all_the_same(api, inum, plan, choices, lost)
        unusable = True
        notes.append("The answer got lost on the way, but the changes were saved.")
    state = SecretState.UNTOUCHED
    try:
        document = await api.clients.get(inum)
        if secret:
            state = await secret_state(api, document.raw, secret)
            if state is SecretState.REFUSED or (state is SecretState.SENT and unusable):
                state, document = await insist(api, inum, secret, patch=False)
    except ApiError as error:
        state = known_after(error, state) if secret else state
        notes.append(f"The changes were saved, but not all could be checked: {error.sentence}")
    changes = difference(plan.latest, wanted)
    altered = compare_answer(
        changed_members(wanted, changes),
        document.raw,
        created=False,
        scope_ids=scope_ids(lookups),
    )
    altered += came_back(changes, document.raw)
    return Saved(document, altered, secret, state, notes)


async def _patched(api: ConfigApi, inum: str, operations: Sequence[Operation]) -> ClientDocument:
    if operations:
        return await api.clients.patch(inum, operations)
    return await api.clients.get(inum)


async def _changed_all_the_same(
    api: ConfigApi, inum: str, plan: Plan, choices: Mapping[Path, Side], lost: ApiError
) -> ClientDocument:
    """The client as it is now, if it was changed although the answer got lost.

    Raises:
        NotFound: it does not exist any more.
        ApiError: ``lost`` itself, when nothing was changed or that cannot be found out.
    """
    from tui.api.errors import ApiError, NotFound

    if not lost.may_have_happened:
        raise lost
    try:
        document = await api.clients.get(inum)
    except NotFound:
        raise
    except ApiError:
        raise lost from None
    if plan.differs(document.raw, choices):
        raise lost
    return document


def _new_secret(operations: Sequence[Operation]) -> str:
    for step in operations:
        if step["path"] == "/clientSecret" and step["op"] == "add":
            return str(step["value"])
    return ""


def changed_members(wanted: JsonObject, changes: Sequence[Change]) -> JsonObject:
    """Of ``wanted``, only the members that ``changes`` are about; of ``attributes`` each one."""
    asked: JsonObject = {}
    for change in changes:
        top, *below = change.path
        attributes = wanted.get("attributes")
        if top == "attributes" and below and isinstance(attributes, dict):
            inner = asked.setdefault("attributes", {})
            if isinstance(inner, dict) and below[0] in attributes:
                inner[below[0]] = attributes[below[0]]
        elif top in wanted:
            asked[top] = wanted[top]
    return asked


def scope_ids(lookups: Lookups) -> dict[str, str]:
    """The ids of the scopes that are known, by DN."""
    return {scope.dn: scope.text("id") for scope in lookups.scopes or ()}
