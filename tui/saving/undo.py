"""Taking back what the history has: an undo is an edit, a creation or a deletion like others."""

from __future__ import annotations

from tui.forms.draft import Draft
from tui.journal.entry import CREATE, DELETE, EDIT, Entry
from tui.models.changes import Path
from tui.models.json import Absent, Json, JsonObject, copied
from tui.saving.plan import Plan, plan


def why_not(entry: Entry) -> str:
    """Why ``entry`` cannot be taken back, a sentence; "" when it can."""
    if entry.effect == EDIT:
        if entry.changes:
            return ""
        if entry.secrets:
            return (
                "Only a secret was changed there, and the history keeps no secrets: "
                "set a new one in the form."
            )
        return "The server kept nothing of that change, so there is nothing to take back."
    if entry.effect == DELETE:
        return "" if entry.client else "The history does not have the client that was deleted."
    if entry.effect == CREATE:
        return ""
    return "This version of the program does not know how to take that back."


def undo_draft(entry: Entry, current: JsonObject) -> Draft:
    """The edit that takes back the edit ``entry``.

    It starts from ``current`` with each changed member as the entry left it, so that a member
    which has changed again since then is a conflict; all others stay as they are.

    Args:
        entry: of an edit.
        current: the client now.
    """
    base, wanted = copied(current), copied(current)
    for change in entry.changes:
        _put(base, change.path, change.after)
        _put(wanted, change.path, change.before)
    return Draft(base, wanted)


def undo_plan(entry: Entry, current: JsonObject) -> Plan:
    """What taking back ``entry`` would send, ``current`` being a fresh read."""
    return plan(undo_draft(entry, current), current)


def is_done(plan: Plan) -> bool:
    """Whether there is nothing to send and nothing to decide."""
    return not plan.conflicts and not plan.operations({})


def _put(document: JsonObject, path: Path, value: Json | Absent) -> None:
    parent = document
    for name in path[:-1]:
        child = parent.get(name)
        if not isinstance(child, dict):
            if isinstance(value, Absent):
                return
            child = {}
            parent[name] = child
        parent = child
    if isinstance(value, Absent):
        parent.pop(path[-1], None)
    else:
        parent[path[-1]] = copied(value)
