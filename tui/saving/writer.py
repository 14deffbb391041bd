"""Changes to clients, each of them noted in the history."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.journal.lost import LostDeletion, LostEdit
from tui.journal.making import created, deleted, edited
from tui.models.changes import Path, Side
from tui.models.document import ClientDocument
from tui.saving.create import create
from tui.saving.edit import save_edit
from tui.saving.notes import Notes
from tui.saving.outcome import Saved
from tui.saving.plan import Plan
from tui.saving.restore import restore
from tui.saving.secret import Learnt

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.api.connection import Connection
    from tui.journal.entry import Entry
    from tui.journal.history import History


class Writer(Protocol):
    """Changes clients of one server, and notes it; ``ClientWriter`` says how its methods are.

    A change that was begun is finished and noted, even when whoever waits for it is
    cancelled. That it could not be noted is a sentence in the outcome's notes.
    """

    @property
    def api(self) -> Connection:
        """The server."""

    @property
    def lookups(self) -> Lookups:
        """What clients refer to."""

    @property
    def makes_identity(self) -> bool:
        """Whether the server alone makes the ids and secrets of clients."""

    async def edit(
        self, plan: Plan, choices: Mapping[Path, Side], undoes: Entry | None = None
    ) -> Saved:
        """Save an edit."""

    async def create(self, draft: Draft) -> Saved:
        """Make a new client."""

    async def restore(self, entry: Entry) -> Saved:
        """Make a deleted client again."""

    async def delete(self, document: ClientDocument, undoes: Entry | None = None) -> str:
        """Delete a client."""

    async def settle(self, inum: str) -> None:
        """Note a change whose answer got lost, if it was made."""


class ClientWriter:
    """Changes clients by the Config API, and leaves none of it out of the history."""

    makes_identity = False

    def __init__(self, api: ConfigApi, lookups: Lookups, history: History) -> None:
        self.api = api
        self.lookups = lookups
        self._notes = Notes(history, api)
        self._learnt = Learnt()

    async def edit(
        self, plan: Plan, choices: Mapping[Path, Side], undoes: Entry | None = None
    ) -> Saved:
        """As ``save_edit``; ``undoes`` is the entry that the plan takes back."""
        return await asyncio.shield(self._edit(plan, choices, undoes))

    async def create(self, draft: Draft) -> Saved:
        """As ``saving.create.create``."""
        return await asyncio.shield(
            self._created(create(self.api, draft, self.lookups, self._learnt))
        )

    async def restore(self, entry: Entry) -> Saved:
        """Create again the client that ``entry`` noted the end of; see ``restore``."""
        return await asyncio.shield(
            self._created(restore(self.api, entry, self.lookups), undoes=entry)
        )

    async def delete(self, document: ClientDocument, undoes: Entry | None = None) -> str:
        """Delete a client, as it is now noted before.

        Args:
            document: the client; noted as it is here if it cannot be read again.
            undoes: the entry that its end takes back.

        Returns:
            A sentence when the change could not be noted, else "".

        Raises:
            NotFound: it does not exist any more.
            ApiError: it was not deleted, or its fate could not be found out.
        """
        return await asyncio.shield(self._delete(document, undoes))

    async def settle(self, inum: str) -> None:
        """Note a change of a client whose answer got lost, if it turns out to have been made."""
        await self._notes.settle(inum)

    async def _edit(self, plan: Plan, choices: Mapping[Path, Side], undoes: Entry | None) -> Saved:
        from tui.api.errors import ApiError

        inum, sent = str(plan.latest.get("inum", "")), plan.operations(choices)
        await self._notes.settle_with(inum, plan.latest)
        try:
            saved = await save_edit(self.api, plan, choices, self.lookups)
        except ApiError as error:
            if error.may_have_happened:
                wanted = plan.wanted(choices)
                lost = LostEdit(self._notes.origin, plan.latest, wanted, sent, undoes)
                self._notes.lost[inum] = lost
            raise
        if not sent:
            return saved
        self._notes.lost.pop(inum, None)
        entry = edited(self._notes.origin, plan.latest, saved.document.raw, sent, undoes)
        return await self._notes.with_note(saved, entry)

    async def _created(
        self, creation: Coroutine[Any, Any, Saved], undoes: Entry | None = None
    ) -> Saved:
        saved = await creation
        return await self._notes.with_note(
            saved, created(self._notes.origin, saved.document.raw, undoes)
        )

    async def _delete(self, document: ClientDocument, undoes: Entry | None) -> str:
        from tui.api.errors import ApiError, NotFound

        inum = document.inum
        try:
            document = await self.api.clients.get(inum)
        except NotFound:
            if await self._notes.settle_with(inum, None):
                return ""
            raise
        except ApiError:
            pass  # One that cannot be read may still be deleted.
        try:
            await self.api.clients.delete(inum)
        except ApiError as error:
            if not (error.may_have_happened and await self._is_gone(inum)):
                if error.may_have_happened:
                    lost = LostDeletion(self._notes.origin, document.raw, undoes)
                    self._notes.lost[inum] = lost
                raise
        self._notes.lost.pop(inum, None)
        return await self._notes.note(deleted(self._notes.origin, document.raw, undoes))

    async def _is_gone(self, inum: str) -> bool:
        from tui.api.errors import ApiError, NotFound

        try:
            await self.api.clients.get(inum)
        except NotFound:
            return True
        except ApiError:
            pass
        return False
