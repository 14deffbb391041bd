"""Changes to clients, each of them noted in the history."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.forms.draft import Draft
from tui.forms.lookups import Lookups
from tui.journal.lost import LostDeletion, LostEdit
from tui.journal.making import Origin, created, deleted, edited
from tui.models.changes import Path, Side
from tui.models.document import ClientDocument
from tui.models.json import JsonObject
from tui.saving.create import create
from tui.saving.edit import save_edit
from tui.saving.outcome import Saved
from tui.saving.plan import Plan
from tui.saving.restore import restore
from tui.saving.secret import Learnt

if TYPE_CHECKING:
    from tui.api.config_api import ConfigApi
    from tui.journal.entry import Entry
    from tui.journal.history import History


class ClientWriter:
    """The way to change clients that leaves none of it out of the history.

    A change that was begun is finished and noted, even when whoever waits for it is
    cancelled. That it could not be noted is a sentence in the outcome's notes.
    """

    def __init__(self, api: ConfigApi, lookups: Lookups, history: History) -> None:
        self.api = api
        self.lookups = lookups
        self._history = history
        self._learnt = Learnt()
        self._noting = asyncio.Lock()
        self._waiting: list[tuple[Entry, asyncio.Future[str]]] = []

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
        from tui.api.errors import ApiError, NotFound

        if inum in self._history.lost:
            try:
                await self._settle(inum, (await self.api.clients.get(inum)).raw)
            except NotFound:
                await self._settle(inum, None)
            except ApiError:
                pass  # It stays open.

    async def _settle(self, inum: str, latest: JsonObject | None) -> bool:
        lost = self._history.lost.get(inum)
        entry = lost.entry(latest) if lost else None
        if entry is None:
            return False
        del self._history.lost[inum]
        await self._note(entry)
        return True

    async def _edit(self, plan: Plan, choices: Mapping[Path, Side], undoes: Entry | None) -> Saved:
        from tui.api.errors import ApiError

        inum, sent = str(plan.latest.get("inum", "")), plan.operations(choices)
        await self._settle(inum, plan.latest)
        try:
            saved = await save_edit(self.api, plan, choices, self.lookups)
        except ApiError as error:
            if error.may_have_happened:
                wanted = plan.wanted(choices)
                lost = LostEdit(self._origin(), plan.latest, wanted, sent, undoes)
                self._history.lost[inum] = lost
            raise
        if not sent:
            return saved
        self._history.lost.pop(inum, None)
        entry = edited(self._origin(), plan.latest, saved.document.raw, sent, undoes)
        return await self._with_note(saved, entry)

    async def _created(
        self, creation: Coroutine[Any, Any, Saved], undoes: Entry | None = None
    ) -> Saved:
        saved = await creation
        return await self._with_note(saved, created(self._origin(), saved.document.raw, undoes))

    async def _delete(self, document: ClientDocument, undoes: Entry | None) -> str:
        from tui.api.errors import ApiError, NotFound

        inum = document.inum
        try:
            document = await self.api.clients.get(inum)
        except NotFound:
            if await self._settle(inum, None):
                return ""
            raise
        except ApiError:
            pass  # One that cannot be read may still be deleted.
        try:
            await self.api.clients.delete(inum)
        except ApiError as error:
            if not (error.may_have_happened and await self._is_gone(inum)):
                if error.may_have_happened:
                    lost = LostDeletion(self._origin(), document.raw, undoes)
                    self._history.lost[inum] = lost
                raise
        self._history.lost.pop(inum, None)
        return await self._note(deleted(self._origin(), document.raw, undoes))

    async def _is_gone(self, inum: str) -> bool:
        from tui.api.errors import ApiError, NotFound

        try:
            await self.api.clients.get(inum)
        except NotFound:
            return True
        except ApiError:
            pass
        return False

    def _origin(self) -> Origin:
        config = self.api.config
        return self._history.origin(config.base_url, config.client_id)

    async def _with_note(self, saved: Saved, entry: Entry) -> Saved:
        words = await self._note(entry)
        return replace(saved, notes=[*saved.notes, words]) if words else saved

    async def _note(self, entry: Entry) -> str:
        noted: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting.append((entry, noted))
        async with self._noting:
            # What came while the disk was busy goes to it in one piece, and may have gone.
            if not noted.done():
                batch, self._waiting = self._waiting, []
                try:
                    return await asyncio.to_thread(self._history.note, *(one for one, _ in batch))
                finally:
                    for _, future in batch:
                        future.set_result("")
        return noted.result()
