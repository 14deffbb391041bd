"""Entries of the history in the few words that a list has room for. No Textual here.

What holds a client's name is foreign text: it is made plain when it is drawn.
"""

from __future__ import annotations

from tui.forms.wording import in_table_order, label_of
from tui.journal.entry import CREATE, DELETE, EDIT, UNDO, Entry

_TAKEN_BACK = {
    EDIT: "an edit taken back",
    CREATE: "a deletion taken back",
    DELETE: "a creation taken back",
}
_DONE = {CREATE: "added", EDIT: "", DELETE: "deleted"}


def when(entry: Entry, *, short: bool = False) -> str:
    """The time on this machine's clock: ``2026-06-15 12:00``, or ``06-15 12:00``."""
    there = entry.time.astimezone()
    return f"{there:%m-%d %H:%M}" if short else f"{there:%Y-%m-%d %H:%M}"


def who(entry: Entry) -> str:
    """Client's name, or its id when it has none."""
    return entry.name or entry.inum


def what(entry: Entry) -> str:
    """What was done, such as ``Require PKCE, Scopes``."""
    if entry.kind == UNDO:
        parts = [_TAKEN_BACK.get(entry.effect, "")]
    else:
        parts = [_DONE.get(entry.effect, entry.effect)]
    if entry.effect == EDIT:
        parts.append(settings(entry) or "nothing that the server kept")
    return ": ".join(filter(None, parts))


def settings(entry: Entry) -> str:
    """What an edit changed, as the form calls it."""
    paths = [".".join(change.path) for change in in_table_order(entry.changes)]
    return ", ".join(label_of(path) for path in [*paths, *entry.secrets])


def title(entry: Entry) -> str:
    """What was done to which client, such as ``Edit of Acme Portal``."""
    if entry.kind == UNDO:
        return f"Undo, {_TAKEN_BACK.get(entry.effect, '')}: {who(entry)}"
    words = {CREATE: "Creation", EDIT: "Edit", DELETE: "Deletion"}
    return f"{words.get(entry.effect, entry.kind)} of {who(entry)}"
