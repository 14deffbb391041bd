"""Taking back a change of the history, step by step."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tui.api.errors import ApiError, NotFound
from tui.journal.entry import CREATE, EDIT, Entry
from tui.models.changes import difference
from tui.models.document import ClientDocument
from tui.saving.undo import is_done, undo_draft, undo_plan, why_not
from tui.screens.host import host
from tui.widgets.history_words import when, who

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.checks.finding import Finding
    from tui.models.json import JsonObject
    from tui.saving.outcome import Saved
    from tui.saving.plan import Plan
    from tui.saving.writer import ClientWriter
    from tui.screens.review import Review
    from tui.session import Session


async def undo_newest(screen: Screen[Any], session: Session, document: ClientDocument) -> bool:
    """Take back the newest change that is noted of a client; see ``undo``."""
    api = await session.connect()
    try:
        found = await asyncio.to_thread(
            session.history.journal.entries,
            server=api.config.base_url,
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
    try:
        return await _UndoFlow(screen, session, entry, await _writer(session)).run()
    except NotFound:
        host(screen).say(f"{who(entry)} does not exist any more, so there is nothing to take back.")
    except ApiError as error:
        host(screen).complain(error)
        return error.may_have_happened
    return False


async def _writer(session: Session) -> ClientWriter:
    # The review's field table takes a while to import: not on the loop.
    writing = await asyncio.to_thread(__import__, "tui.screens.writing", fromlist=["writing"])
    writer: ClientWriter = await writing.client_writer(session)
    await session.read_lookups(lambda: None)
    return writer


class _UndoFlow:
    """One undo, on its way."""

    def __init__(
        self, screen: Screen[Any], session: Session, entry: Entry, writer: ClientWriter
    ) -> None:
        self._screen = screen
        self._session = session
        self._entry = entry
        self._writer = writer
        self._made = f"{when(entry)} by {entry.user or 'somebody'}"

    async def run(self) -> bool:
        """Whether the server may have another client now than before."""
        if self._entry.effect == CREATE:
            return await self._delete()
        if self._entry.effect == EDIT:
            return await self._edit()
        return await self._create()

    async def _edit(self) -> bool:
        from tui.screens.writing import review_and_save

        current = (await self._writer.api.clients.get(self._entry.inum)).raw
        if is_done(undo_plan(self._entry, current)):
            host(self._screen).say("That has been taken back already: nothing is left of it.")
            return False
        saved = await review_and_save(
            self._screen,
            self._writer,
            undo_draft(self._entry, current),
            self._review_of_edit,
            lambda: None,
            self._entry,
        )
        if saved is None:
            return False
        await self._tell(saved, f"Took back the edit of {who(self._entry)}.")
        return True

    async def _create(self) -> bool:
        from tui.screens.review import ReviewScreen

        if await self._exists():
            host(self._screen).say(f"{who(self._entry)} exists again already.")
            return False
        if (
            await self._screen.app.push_screen_wait(ReviewScreen(self._review_of_creation()))
            is None
        ):
            return False
        await self._tell(await self._writer.restore(self._entry), "")
        return True

    async def _delete(self) -> bool:
        from tui.screens.client_deletion import delete_client

        document = await self._writer.api.clients.get(self._entry.inum)
        remark = f"This takes back its creation of {self._made}."
        return await delete_client(self._screen, self._session, document, self._entry, remark)

    async def _exists(self) -> bool:
        try:
            await self._writer.api.clients.get(self._entry.inum)
        except NotFound:
            return False
        return True

    def _review_of_edit(self, plan: Plan, note: str) -> Review:
        from tui.checks.comparison import compare
        from tui.forms.wording import in_table_order
        from tui.screens.review import Review

        wanted = plan.wanted({})
        added, cleared = compare(self._findings(plan.latest), self._findings(wanted))
        notes = [note, f"The edit was made {self._made}."]
        if plan.conflicts:
            notes.append("Mine is what was there before it, theirs what is there now.")
        if self._entry.secrets:
            notes.append("The secret that was replaced then does not come back.")
        taken_back = {change.path for change in self._entry.changes}
        return Review(
            f"Take back the edit of {who(self._entry)}?",
            mine=in_table_order(difference(plan.latest, wanted)),
            theirs=[change for change in plan.theirs if change.path not in taken_back],
            conflicts=plan.conflicts,
            added=added,
            cleared=cleared,
            note=" ".join(filter(None, notes)),
            lookups=self._session.lookups,
        )

    def _review_of_creation(self) -> Review:
        from tui.forms.wording import in_table_order
        from tui.saving.restore import restored
        from tui.saving.secret import needs_secret
        from tui.screens.review import Review

        wanted = restored(self._entry).edited
        notes = [f"It was deleted {self._made}, and gets the same client id again."]
        if "registrationAccessToken" in self._entry.secrets:
            notes.append("Its registration access token does not come back.")
        if needs_secret(wanted):
            notes.append("Its secret does not come back: a new one is made, and shown once.")
        elif "clientSecret" in self._entry.secrets:
            notes.append("Its secret does not come back; it signs in without one.")
        return Review(
            f"Create {who(self._entry)} again?",
            mine=in_table_order(difference({"attributes": {}}, wanted)),
            added=self._findings(wanted, new=True),
            note=" ".join(notes),
            new=True,
            lookups=self._session.lookups,
        )

    def _findings(self, client: JsonObject, *, new: bool = False) -> list[Finding]:
        from tui.checks.client import check_client

        metadata = self._session.lookups.metadata or None
        return check_client(ClientDocument(client), discovery=metadata, new=new)

    async def _tell(self, saved: Saved, words: str) -> None:
        from tui.screens.saved import SavedScreen

        if words and not (saved.altered or saved.notes):
            host(self._screen).say(words)
            return
        screen = SavedScreen(saved, self._session.lookups, created=not words)
        await self._screen.app.push_screen_wait(screen)
