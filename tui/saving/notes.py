"""Noting changes in the history, one piece at a time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.models.json import JsonObject
from tui.saving.outcome import Saved

if TYPE_CHECKING:
    from tui.api.connection import Connection
    from tui.journal.entry import Entry
    from tui.journal.history import History
    from tui.journal.making import Origin


class Notes:
    """What a writer has noted; that it could not be is a sentence, and stops nothing.

    Attributes:
        lost: changes whose answer got lost, by the client's id.
    """

    def __init__(self, history: History, api: Connection) -> None:
        self.lost = history.lost
        self._history = history
        self._api = api
        self._noting = asyncio.Lock()
        self._waiting: list[tuple[Entry, asyncio.Future[str]]] = []

    @property
    def origin(self) -> Origin:
        """Where and by whom changes are made now."""
        config = self._api.config
        return self._history.origin(config.base_url, config.client_id)

    async def settle(self, inum: str) -> None:
        """Note a change of a client whose answer got lost, if it turns out to have been made."""
        from tui.api.errors import ApiError, NotFound

        if inum in self.lost:
            try:
                await self.settle_with(inum, (await self._api.clients.get(inum)).raw)
            except NotFound:
                await self.settle_with(inum, None)
            except ApiError:
                pass  # It stays open.

    async def settle_with(self, inum: str, latest: JsonObject | None) -> bool:
        """As ``settle``; whether there was such a change.

        ``latest`` is the client as just read, None when there is none.
        """
        lost = self.lost.get(inum)
        entry = lost.entry(latest) if lost else None
        if entry is None:
            return False
        del self.lost[inum]
        await self.note(entry)
        return True

    async def with_note(self, saved: Saved, entry: Entry) -> Saved:
        """``saved``, once ``entry`` is noted; with a sentence if it could not be."""
        words = await self.note(entry)
        return replace(saved, notes=[*saved.notes, words]) if words else saved

    async def note(self, entry: Entry) -> str:
        """Note ``entry``; a sentence if it could not be, else ""."""
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
