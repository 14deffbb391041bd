"""Taking back a change of the history, step by step."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError, NotFound
from tui.journal.entry import CREATE, EDIT, Entry
from tui.saving.undo import is_done, undo_draft, undo_plan, why_not
from tui.screens.host import host
from tui.widgets.history_words import made, who

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.models.document import ClientDocument
    from tui.saving.outcome import Saved
    from tui.saving.writer import Writer
    from tui.session import Session


async def undo_newest(screen: Screen[Any], session: Session, document: ClientDocument) -> bool:
    """Take back the newest change that is noted of a client; see ``undo``."""
    from tui.screens.writing import client_writer

    writer = await client_writer(session)
    await writer.settle(document.inum)
    try:
        found = await asyncio.to_thread(
            session.history.journal.entries,
            server=writer.api.config.base_url,
            inum=document.inum,
            limit=1,
        )
    except OSError as error:
        host(screen).complain(f"The history cannot be read: {error.strerror}.")
        return False
    if not found:
        name = document.name or document.inum
        host(screen).say(f"The history has no change of {name} to take back.")
        return False
    return await undo(screen, session, found[0])


async def undo(screen: Screen[Any], session: Session, entry: Entry) -> bool:
    """Ask, take ``entry`` back, and say what came of it; whether something may have changed.

    It is an edit, a creation or a deletion like others: reviewed, merged with what others
    did meanwhile, and noted. Run it in a worker.
    """
    reason = why_not(entry)
    if reason:
        host(screen).say(reason)
        return False
    # pydantic and the checks take a while to import: not on the loop.
    await asyncio.to_thread(__import__, "tui.screens.undo_reviews")
    try:
        return await _undo(screen, session, entry)
    except NotFound:
        host(screen).say(f"{who(entry)} does not exist any more, so nothing was taken back.")
    except ApiError as error:
        host(screen).complain(error)
        return error.may_have_happened
    return False


async def _undo(screen: Screen[Any], session: Session, entry: Entry) -> bool:
    from tui.screens.client_deletion import delete_client
    from tui.screens.writing import client_writer

    writer = await client_writer(session)
    await session.read_lookups(lambda: None)
    if entry.effect == EDIT:
        return await _undo_edit(screen, session, writer, entry)
    if entry.effect == CREATE:
        document = await writer.api.clients.get(entry.inum)
        remark = f"This takes back that it was added, {made(entry)}."
        return await delete_client(screen, session, document, entry, remark)
    return await _undo_deletion(screen, writer, entry)


async def _undo_edit(screen: Screen[Any], session: Session, writer: Writer, entry: Entry) -> bool:
    from tui.screens.undo_reviews import review_of_edit
    from tui.screens.writing import review_and_save

    current = (await writer.api.clients.get(entry.inum)).raw
    if is_done(undo_plan(entry, current)):
        host(screen).say("Nothing of that change is left to be taken back.")
        return False
    saved = await review_and_save(
        screen,
        session,
        writer,
        undo_draft(entry, current),
        lambda plan, note: review_of_edit(entry, plan, writer.lookups, note),
        lambda: None,
        entry,
    )
    if saved is None:
        return False
    if saved.altered or saved.notes:
        await _tell(screen, writer, saved, created=False)
    else:
        host(screen).say(f"The edit of {who(entry)} was taken back.")
    return True


async def _undo_deletion(screen: Screen[Any], writer: Writer, entry: Entry) -> bool:
    from tui.screens.review import ReviewScreen
    from tui.screens.undo_reviews import review_of_restoring

    try:
        await writer.api.clients.get(entry.inum)
    except NotFound:
        pass
    else:
        host(screen).say(f"{who(entry)} exists again already.")
        return False
    review = review_of_restoring(entry, writer.lookups, same_id=not writer.makes_identity)
    if await screen.app.push_screen_wait(ReviewScreen(review)) is None:
        return False
    saved = await writer.restore(entry)
    await _tell(screen, writer, saved, created=True)
    return True


async def _tell(screen: Screen[Any], writer: Writer, saved: Saved, *, created: bool) -> None:
    from tui.screens.saved import SavedScreen

    await screen.app.push_screen_wait(SavedScreen(saved, writer.lookups, created=created))
