"""What every change to a client shares, wherever it begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.models.changes import Path, Side
from tui.saving.plan import make_plan
from tui.screens.lockout import may_lock_out
from tui.screens.review import Review, ReviewScreen
from tui.screens.way import Wish, way_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.forms.draft import Draft
    from tui.journal.entry import Entry
    from tui.saving.outcome import Saved
    from tui.saving.plan import Plan
    from tui.saving.writer import Writer
    from tui.session import Session


async def client_writer(session: Session) -> Writer:
    """What changes clients of this session, and notes it.

    Raises:
        ApiError: there is no connection to be had.
    """
    return await way_of(session).writer(session)


async def review_and_save(
    screen: Screen[Any],
    session: Session,
    writer: Writer,
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
    from tui.screens.as_command import copy_with_commands

    inum = str(plan.latest.get("inum", ""))
    await copy_with_commands(screen, session, Wish(inum, plan.latest, plan.wanted(choices)))
