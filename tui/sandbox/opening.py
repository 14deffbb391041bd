"""Opening a data folder: keys, the database, and the client that people come in with."""

import json
import secrets
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from tui.locking import locked
from tui.models.json import JsonObject
from tui.private_files import is_unusable, put_aside
from tui.sandbox.cipher import Cipher, NotCiphertextError
from tui.sandbox.client_entry import complete, methods
from tui.sandbox.credentials import Credentials, load_or_create
from tui.sandbox.files import LOCK, create_once, read_once
from tui.sandbox.schema import VERSION, WrongVersionError, create, upgrade
from tui.sandbox.settings import SandboxSettings
from tui.sandbox.store import BUSY_SECONDS, FILE, Store, connect
from tui.sandbox.tables import CLIENTS

KEY_FILE = "secrets.key"
KEY_SIZE = 32
"""Bytes."""

BESIDE = ("-wal", "-shm")
"""What a database file may have beside it."""

# What people come in with.
_METHOD = "client_secret_basic"
_GRANT = "client_credentials"


def open_cipher(settings: SandboxSettings) -> Cipher:
    """The folder's cipher; its key is made at first use and kept in a 0600 file.

    Raises:
        OSError: the folder cannot be used.
    """
    path = settings.data_folder / KEY_FILE
    return Cipher(
        read_once(path, lambda: secrets.token_bytes(KEY_SIZE), _right_size, settings.warn)
    )


def _right_size(key: bytes) -> bytes:
    if len(key) != KEY_SIZE:
        raise ValueError("it is no key")
    return key


def open_store(settings: SandboxSettings, cipher: Cipher) -> Store:
    """The folder's store, seeded when there is none yet.

    The Config API client is put back if it is missing, and let in again if it is disabled, has
    another secret than the credentials, or may not use it to get a token: a sandbox can be
    broken into pieces, but not locked for good. A file that is no database is set aside.

    Raises:
        OSError, sqlite3.Error: the folder or the database cannot be used.
        WrongVersionError: as its text says.
    """
    credentials = load_or_create(settings)
    path = settings.data_folder / FILE
    # Under a lock: what belongs to a database is moved one file after the other, and whoever
    # makes a new one between them would lose its newest entries with the old ones.
    with locked(path.parent / LOCK, BUSY_SECONDS):
        try:
            return _opened(path, cipher, credentials)
        except sqlite3.DatabaseError as damage:
            if _may_pass(damage):
                raise
            aside = set_aside(path)
            settings.warn(
                f"The sandbox's {path.name} can't be used ({damage}). It was set aside as {aside}."
            )
        return _opened(path, cipher, credentials)


def set_aside(path: Path) -> Path:
    """Rename a database and what belongs to it; return its new name.

    Raises:
        OSError: it cannot be renamed.
    """
    aside = put_aside(path)
    for suffix in BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside


def _may_pass(error: sqlite3.DatabaseError) -> bool:
    """Whether it is no damage: the disk is full, the file locked or not to be read."""
    return isinstance(error, sqlite3.OperationalError)


def _opened(path: Path, cipher: Cipher, credentials: Credentials) -> Store:
    """The store at ``path``, which is made where there is none.

    Raises:
        sqlite3.DatabaseError: the file is damaged; an OperationalError is no damage.
    """

    def build(draft: Path) -> None:
        connection = connect(draft)
        store = Store(connection)
        with store.writing():
            create(connection)
            sow(store, cipher, credentials)
        store.close()

    create_once(path, build)
    if is_unusable(path):
        raise sqlite3.DatabaseError("it is no file")
    store = Store(connect(path))
    try:
        if _version(store) != VERSION:
            _upgrade(store, path)
        _let_in(store, cipher, credentials)
    except BaseException:
        store.close()
        raise
    return store


def sow(store: Store, cipher: Cipher, credentials: Credentials) -> None:
    """Store all seed entries; to be called in a transaction."""
    from tui.sandbox.seed import entries
    from tui.sandbox.seed.uma import uma_resources

    for table, entry, secret in entries(credentials):
        store.add(table, entry, cipher.encrypt(secret) if secret else None)
    store.connection.executemany(
        "INSERT INTO uma_resources (id, body) VALUES (?, ?)",
        [(entry["id"], json.dumps(entry)) for entry in uma_resources()],
    )


def _version(store: Store) -> int:
    found: int = store.connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def _upgrade(store: Store, path: Path) -> None:
    with store.writing():
        # Read again: another process may have done it meanwhile.
        version = _version(store)
        if version < 1:
            raise sqlite3.DatabaseError("it has no tables")
        if version > VERSION:
            raise WrongVersionError(
                f"{path} was made by a newer version of this program. Use that one, or begin "
                "anew with jans-tui sandbox reset."
            )
        upgrade(store.connection, version)


def _let_in(store: Store, cipher: Cipher, credentials: Credentials) -> None:
    if _fits(store, cipher, credentials):
        return
    from tui.sandbox.seed.clients import config_api_client

    with store.writing():
        row = store.get(CLIENTS, credentials.client_id)
        entry = row.entry if row else config_api_client(credentials.client_id)
        store.put(
            CLIENTS, _usable(entry, int(time.time())), cipher.encrypt(credentials.client_secret)
        )


def _usable(entry: JsonObject, now: int) -> JsonObject:
    """``entry`` enabled, with the grant and a way to use its secret beside those that it has."""
    attributes = entry.get("attributes")
    grants = entry.get("grantTypes")
    made: JsonObject = {**entry, "disabled": False}
    if not isinstance(grants, list) or _GRANT not in grants:
        made["grantTypes"] = [*(grants if isinstance(grants, list) else []), _GRANT]
    if _METHOD not in methods(entry):
        others = methods(entry) - {str(entry.get("tokenEndpointAuthMethod"))}
        made["attributes"] = {
            **(attributes if isinstance(attributes, dict) else {}),
            "additionalTokenEndpointAuthMethods": [*sorted(others), _METHOD],
        }
    return complete(made, now)


def _fits(store: Store, cipher: Cipher, credentials: Credentials) -> bool:
    row = store.get(CLIENTS, credentials.client_id)
    if row is None or row.secret is None or row.entry.get("disabled"):
        return False
    grants = row.entry.get("grantTypes")
    if _METHOD not in methods(row.entry) or not isinstance(grants, list) or _GRANT not in grants:
        return False
    try:
        return cipher.decrypt(row.secret) == credentials.client_secret
    except NotCiphertextError:
        return False
