"""Drafts in words: how many settings they change, and when that was."""

from __future__ import annotations

from datetime import datetime, timedelta

from tui.checks.comparison import overlap
from tui.drafts.stored import SECRET, StoredDraft
from tui.forms.draft import Draft
from tui.forms.table import SPECS


def changed_settings(draft: Draft) -> set[str]:
    """The paths of the settings that a person changed; members of none count for themselves."""
    changed = {".".join(change.path) for change in draft.touched}
    known = {path for path in SPECS if any(overlap(one, path) for one in changed)}
    loose = {one for one in changed if not any(overlap(one, path) for path in SPECS)}
    return known | loose | set(draft.rejected)


def counted(stored: StoredDraft) -> str:
    """``3 settings``."""
    paths = changed_settings(stored.draft)
    count = len(paths | {SECRET} if stored.secret_typed else paths)
    return f"{count} setting{'s' * (count != 1)}"


def when(moment: datetime, now: datetime) -> str:
    """``today 14:02``, ``yesterday 14:02`` or ``2026-06-12 14:02``, in the zone of ``now``."""
    there = moment.astimezone(now.tzinfo)
    time = f"{there:%H:%M}"
    if there.date() == now.date():
        return f"today {time}"
    if there.date() == now.date() - timedelta(days=1):
        return f"yesterday {time}"
    return f"{there:%Y-%m-%d} {time}"


def title(stored: StoredDraft) -> str:
    """What the client is called: its name, its id, or that it is new; may be foreign text."""
    if stored.name:
        return stored.name
    return "New client" if stored.draft.is_new else stored.inum
