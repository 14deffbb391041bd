"""What all routes of one sandbox share: settings, clock, keys and the data."""

from __future__ import annotations

import asyncio
import threading
import time
import weakref
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from tui.sandbox.settings import SandboxSettings

if TYPE_CHECKING:
    from tui.sandbox.cipher import Cipher
    from tui.sandbox.store import Store

T = TypeVar("T")


class Sandbox:
    """Opens the store at first use, and works on it in one thread of its own.

    So no event loop is ever blocked by the database, and any event loop may call, several
    at once too: their work is queued.
    """

    def __init__(self, settings: SandboxSettings) -> None:
        self.settings = settings
        self.clock: Callable[[], float] = time.time
        """Seconds since 1970; a test may put another clock here."""
        self._store: Store | None = None
        self._cipher: Cipher | None = None
        self._executor: ThreadPoolExecutor | None = None
        self._lock = threading.Lock()

    @property
    def now(self) -> int:
        """Whole seconds since 1970."""
        return int(self.clock())

    @property
    def cipher(self) -> Cipher:
        """What encrypts client secrets; only for use inside ``run``."""
        assert self._cipher is not None
        return self._cipher

    def run(self, work: Callable[[Store], T]) -> Awaitable[T]:
        """Do ``work`` with the store in the sandbox's thread; its exceptions come through.

        Raises:
            OSError, sqlite3.Error: the data folder cannot be used.
        """
        with self._lock:
            if self._executor is None:
                self._executor = ThreadPoolExecutor(1, "sandbox")
            future = self._executor.submit(lambda: work(self._opened()))
        return asyncio.wrap_future(future)

    def close(self) -> None:
        """Wait for work under way and close the database; a later ``run`` opens it again."""
        with self._lock:
            if self._executor is not None:
                self._executor.shutdown()
            if self._store is not None:
                self._store.close()
            self._executor = self._store = None

    def _opened(self) -> Store:
        if self._store is None:
            from tui.sandbox.opening import open_cipher, open_store

            self._cipher = open_cipher(self.settings)
            self._store = open_store(self.settings, self._cipher)
            weakref.finalize(self, self._store.connection.close)
        return self._store
