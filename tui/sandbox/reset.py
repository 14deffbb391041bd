"""Starting anew."""

import sqlite3
from contextlib import suppress

from tui.sandbox.credentials import load_or_create
from tui.sandbox.opening import WrongVersionError, open_cipher, open_store, sow
from tui.sandbox.schema import empty
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.store import FILE


def reset(settings: SandboxSettings) -> None:
    """Delete all entries and tokens, and put the seed back, in one transaction.

    Credentials and keys stay, so a saved profile still works after getting a new token.
    A server that runs on the folder goes on with the new data. A file that is no database
    of this version is replaced.

    Raises:
        OSError, sqlite3.OperationalError: the folder cannot be written, or others kept the
            database locked too long.
    """
    cipher = open_cipher(settings)
    try:
        store = open_store(settings, cipher)
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, WrongVersionError):
        for suffix in ("", "-wal", "-shm"):
            (settings.data_folder / f"{FILE}{suffix}").unlink(missing_ok=True)
        open_store(settings, cipher).close()
        return
    try:
        with store.writing():
            empty(store.connection)
            sow(store, cipher, load_or_create(settings))
        # Gives the space back; not while others read.
        with suppress(sqlite3.OperationalError):
            store.connection.execute("VACUUM")
    finally:
        store.close()
