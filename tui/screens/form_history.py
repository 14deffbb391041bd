"""The history, seen from a client's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.models.document import ClientDocument
from tui.screens.host import host

if TYPE_CHECKING:
    from tui.screens.client import ClientScreen


async def show_history(form: ClientScreen) -> bool:
    """List what was changed in the form's client; whether the form is out of date by now.

    Edits that are not saved yet stay: the save merges them with what was taken back.
    """
    from tui.screens.history import HistoryScreen

    client = _saved(form)
    if client is None:
        return False
    changed = await form.app.push_screen_wait(HistoryScreen(form.session, client))
    return changed and not form.draft.is_dirty


async def undo_last_save(form: ClientScreen) -> bool:
    """Take back the newest change of the form's client; whether the form is out of date."""
    from tui.screens.undo_flow import undo_newest

    client = _saved(form)
    if client is None:
        return False
    if form.draft.is_dirty:
        host(form).say(
            "Undo takes back what was saved. Save what you have changed, or leave it, first; "
            "ctrl+z reverts a single setting."
        )
        return False
    return await undo_newest(form, form.session, client)


def _saved(form: ClientScreen) -> ClientDocument | None:
    if form.draft.original is None:
        host(form).say("This client is new: it has no history yet.")
        return None
    return ClientDocument(form.draft.original)
