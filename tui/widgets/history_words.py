"""Entries of the history in the few words that a list has room for. No Textual here.

What holds a client's name is foreign text: it is made plain when it is drawn.
"""

from __future__ import annotations

from tui.forms.wording import in_table_order, label_of
from tui.journal.entry import CREATE, DELETE, EDIT, UNDO, Entry

_DONE = {CREATE: "added", DELETE: "deleted"}
_TAKEN_BACK = {CREATE: "deletion", EDIT: "edit", DELETE: "creation"}
"""By what an undo was for the client: what it took back."""

_NOUNS = {CREATE: "Creation", EDIT: "Edit", DELETE: "Deletion"}


def when(entry: Entry, *, short: bool = False) -> str:
    """The time on this machine's clock: ``2026-06-15 12:00``, or ``06-15 12:00``."""
    there = entry.time.astimezone()
    return f"{there:%m-%d %H:%M}" if short else f"{there:%Y-%m-%d %H:%M}"


def who(entry: Entry) -> str:
    """The client's name, or its id when it has none."""
    return entry.name or entry.inum


def made(entry: Entry) -> str:
    """When and by whom, such as ``2026-06-15 12:00 by alice``."""
    return f"{when(entry)} by {entry.user or 'somebody'}"


def what(entry: Entry) -> str:
    """What was done, such as ``Require PKCE, Scopes``."""
    if entry.effect != EDIT:
        words = _TAKEN_BACK if entry.kind == UNDO else _DONE
        return words.get(entry.effect, entry.effect)
    edit = settings(entry) or "nothing that the server kept"
    return f"edit: {edit}" if entry.kind == UNDO else edit


def settings(entry: Entry) -> str:
    """What an edit changed, as the form calls it."""
    paths = [".".join(change.path) for change in in_table_order(entry.changes)]
    return ", ".join(label_of(path) for path in [*paths, *entry.secrets])


def title(entry: Entry) -> str:
    """What was done to which client, such as ``Edit of Acme Portal``."""
    if entry.kind == UNDO and entry.effect in _TAKEN_BACK:
        article = "an" if entry.effect == EDIT else "the"
        return f"Undo of {article} {_TAKEN_BACK[entry.effect]} of {who(entry)}"
    return f"{_NOUNS.get(entry.effect, entry.kind)} of {who(entry)}"
