"""What every change to a client shares, wherever it begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.models.changes import Path, Side
from tui.saving.plan import make_plan
from tui.saving.writer import ClientWriter
from tui.screens.lockout import may_lock_out
from tui.screens.review import Review, ReviewScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.forms.draft import Draft
    from tui.journal.entry import Entry
    from tui.saving.outcome import Saved
    from tui.saving.plan import Plan
    from tui.session import Session


async def client_writer(session: Session) -> ClientWriter:
    """What changes clients of this session, and notes it."""
    return ClientWriter(await session.connect(), session.lookups, session.history)


async def review_and_save(
    screen: Screen[Any],
    session: Session,
    writer: ClientWriter,
    draft: Draft,
    review: Callable[[Plan, str], Review],
    saving: Callable[[], None],
    undoes: Entry | None = None,
) -> Saved | None:
    """Let an edit be reviewed, again when somebody changes the client meanwhile; then save it.

    Args:
        screen: where the person is.
        session: the server.
        writer: what saves.
        draft: the edit.
        review: what there is to see of a plan; its second argument is a remark.
        saving: called when the review is over.
        undoes: the entry that the edit takes back.

    Returns:
        What came of it; None when the person went back.

    Raises:
        ApiError: it was not saved, or its fate could not be found out.
    """
    if not await may_lock_out(screen.app, draft, session, writer.api.config.client_id):
        return None
    plan = await make_plan(writer.api, draft)
    note = ""
    while True:
        copy = partial(_copy, screen, session, plan)
        choices = await screen.app.push_screen_wait(ReviewScreen(review(plan, note), copy))
        if choices is None:
            return None
        saving()
        fresh = await make_plan(writer.api, draft)
        if fresh.theirs == plan.theirs and fresh.conflicts == plan.conflicts:
            return await writer.edit(fresh, choices, undoes)
        plan, note = fresh, "Somebody changed it just now. Look again:"


async def _copy(
    screen: Screen[Any], session: Session, plan: Plan, choices: Mapping[Path, Side]
) -> None:
    from tui.api.one_liner import changing
    from tui.screens.as_command import copy_with_commands

    inum, patch = str(plan.latest.get("inum", "")), plan.operations(choices)
    await copy_with_commands(screen, session, lambda api: changing(api, inum, patch))
