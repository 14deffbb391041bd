"""Many made-up clients, to try the program at size."""

from tui.sandbox.made_up import made_up
from tui.sandbox.opening import open_cipher, open_store
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.tables import CLIENTS

_BATCH = 10_000
"""Clients per transaction, so that other writers get their turn."""


def fill(settings: SandboxSettings, count: int) -> int:
    """Make sure that the made-up clients 1 to ``count`` are there; return how many were not.

    Client n is always the same one, so ``fill(100)`` twice adds nothing the second time,
    and ``fill(150)`` then adds fifty. Those that are there are left as they are.

    Raises:
        OSError, sqlite3.Error: the data folder cannot be used.
    """
    cipher = open_cipher(settings)
    store = open_store(settings, cipher)
    added = 0
    try:
        for start in range(1, count + 1, _BATCH):
            with store.writing():
                for number in range(start, min(start + _BATCH, count + 1)):
                    entry, secret = made_up(number)
                    if store.key(CLIENTS, str(entry["inum"])) is None:
                        store.add(CLIENTS, entry, cipher.encrypt(secret) if secret else None)
                        added += 1
    finally:
        store.close()
    return added
