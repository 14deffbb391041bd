"""Starting anew."""

import sqlite3
from contextlib import suppress

from tui.locking import locked
from tui.sandbox.credentials import load_or_create
from tui.sandbox.files import LOCK
from tui.sandbox.opening import open_cipher, open_store, set_aside, sow
from tui.sandbox.schema import WrongVersionError, empty
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.store import BUSY_SECONDS, FILE


def reset(settings: SandboxSettings) -> None:
    """Delete all entries and tokens, and put the seed back, in one transaction.

    Credentials and keys stay, so a saved profile still works after getting a new token.
    A server that runs on the folder goes on with the new data. A file that is no database
    of this version is set aside.

    Raises:
        OSError, sqlite3.OperationalError: the folder cannot be written, or others kept the
            database locked too long.
    """
    cipher = open_cipher(settings)
    try:
        store = open_store(settings, cipher)
    except WrongVersionError:
        path = settings.data_folder / FILE
        with locked(settings.data_folder / LOCK, BUSY_SECONDS):
            aside = set_aside(path)
        settings.warn(f"The sandbox's database is of a newer version. It was set aside as {aside}.")
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
