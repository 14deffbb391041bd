"""Writes the draft of an open form to the disk, a moment after each change."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime

from tui.drafts.store import DraftError, DraftStore
from tui.drafts.stored import StoredDraft, to_store
from tui.forms.draft import Draft

PAUSE = 0.3
"""Seconds from a change until it is written; others that follow meanwhile go with it."""


class DraftKeeper:
    """Keeps one draft; what equals what was there before is not kept.

    Its methods are called on the event loop; files are written in threads.

    Attributes:
        typing: tells what is being typed and is not in the draft yet, by path.
        failed: called once, with a sentence, when the draft cannot be kept.
    """

    def __init__(
        self, store: DraftStore, inum: str, draft: Draft, written: StoredDraft | None = None
    ) -> None:
        """Begin with a draft that is to be kept from its next change on.

        Args:
            store: where it is kept.
            inum: the client's; of a new client, what its draft is known by.
            draft: the edits.
            written: what is on the disk already.
        """
        self.typing: Callable[[], Mapping[str, str]] = dict
        self.failed: Callable[[str], None] | None = None
        self._store = store
        self._inum = inum
        self._draft = draft
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._over = False
        self._number = 0
        self._lock = threading.Lock()
        self._newest = 0
        self._written = written

    def changed(self) -> None:
        """Write in a moment, unless that is to happen anyway."""
        if self._timer is None and not self._over:
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._start)

    def _start(self) -> None:
        self._timer = None
        self._task = asyncio.create_task(self._flush_and_tell())

    async def _flush_and_tell(self) -> None:
        try:
            await self.flush()
        except DraftError as error:
            self._fail(str(error))

    async def flush(self) -> None:
        """Write what has not been written.

        Raises:
            DraftError: it could not be written.
        """
        if not self._over:
            await asyncio.to_thread(self._job())

    async def forget(self) -> None:
        """Remove the draft for good: it was saved, or is not wanted any more.

        Raises:
            DraftError: it could not be removed.
        """
        self._over = True
        await asyncio.to_thread(self._job())

    def write_now(self) -> None:
        """Write before this returns, for the last time: the program is about to end."""
        if not self._over:
            with suppress(DraftError):
                self._job()()
            self._over = True

    def _fail(self, sentence: str) -> None:
        failed, self.failed = self.failed, None
        if failed is not None:
            failed(sentence)

    def _job(self) -> Callable[[], None]:
        """What brings the file to the state of now, in any thread."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._number += 1
        number, wanted = self._number, self._wanted()
        return lambda: self._write(number, wanted)

    def _wanted(self) -> StoredDraft | None:
        if self._over:
            return None
        return to_store(
            self._draft, self._inum, self._store.profile, datetime.now(UTC), self.typing()
        )

    def _write(self, number: int, wanted: StoredDraft | None) -> None:
        """Write a state, unless a later one has been written already."""
        with self._lock:
            if number < self._newest:
                return
            self._newest = number
            if wanted is None:
                if self._written is not None or self._over:
                    self._store.remove(self._inum)
            elif not wanted.same_edits(self._written):
                self._store.save(wanted)
            self._written = wanted
