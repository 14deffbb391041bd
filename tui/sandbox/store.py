"""Entries in SQLite: one file, one connection, used from one thread at a time.

The file is in WAL mode: readers never wait, a killed process loses nothing that was
committed, and several processes may write (each waits its turn for up to 30 seconds).
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, cast

from tui.models.json import Json, JsonObject
from tui.sandbox.listing import Listing, Query, query
from tui.sandbox.tables import CLIENTS, Table, clean

FILE = "sandbox.sqlite3"
BUSY_SECONDS = 30.0
"""How long one waits for others that write."""

_BATCH = 500
_compact = json.JSONEncoder(separators=(",", ":")).encode


class Row(NamedTuple):
    """One entry: its JSON text without the secret, and the secret as stored."""

    body: str
    secret: str | None = None

    @property
    def entry(self) -> JsonObject:
        """The parsed body."""
        return cast(JsonObject, json.loads(self.body))


class Found(NamedTuple):
    """What matched a listing: how many in all, and the row ids of the wanted page."""

    total: int
    ids: Sequence[int]


def connect(path: Path) -> sqlite3.Connection:
    """Open a database file in WAL mode, without implicit transactions.

    Raises:
        sqlite3.Error: it cannot be opened or is no database.
    """
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -8192")
    except BaseException:
        connection.close()
        raise
    return connection


class Store:
    """Reads and writes entries of the tables that ``tables`` describes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the data throughout the block."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Everything in the block is stored together, or nothing if it raises.

        Raises:
            sqlite3.OperationalError: others kept the database locked too long.
        """
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.connection.execute(begin)
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def find(self, table: Table, listing: Listing) -> Found:
        """Count what matches, and pick the page.

        Raises:
            UnknownColumnError, ValueError: see ``listing.query``.
        """
        sql = query(table, listing)
        if sql.filtered:
            # Counting and picking from one scan.
            ids = self._ids(sql, -1, 0)
            end = listing.start + listing.limit if listing.limit else None
            return Found(len(ids), ids[listing.start : end])
        count = self.connection.execute(sql.count).fetchone()[0]
        return Found(count, self._ids(sql, listing.limit or -1, listing.start))

    def rows(self, table: Table, ids: Sequence[int]) -> list[Row]:
        """The entries with these row ids, in this order; those deleted since are left out."""
        found: dict[int, Row] = {}
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            sql = f"SELECT id, body, secret FROM {table.name}_bodies WHERE id IN ({marks})"  # noqa: S608
            found |= {key: Row(body, secret) for key, body, secret in self._select(sql, batch)}
        return [found[key] for key in ids if key in found]

    def get(self, table: Table, inum: str) -> Row | None:
        """The entry with this ``inum``, or None."""
        key = self.key(table, inum)
        rows = self.rows(table, [key]) if key is not None else []
        return rows[0] if rows else None

    def key(self, table: Table, inum: str) -> int | None:
        """The row id of the entry with this ``inum``, or None."""
        row = self.connection.execute(
            f"SELECT id FROM {table.name} WHERE inum = ?",  # noqa: S608 - a name of ours
            (clean(inum),),
        ).fetchone()
        return row[0] if row else None

    def put(self, table: Table, entry: JsonObject, secret: str | None = None) -> None:
        """Store ``entry`` in place of the one with the same ``inum``, if there is one."""
        key = self.delete(table, str(entry["inum"]))
        self.add(table, entry, secret, key)

    def add(
        self, table: Table, entry: JsonObject, secret: str | None = None, key: int | None = None
    ) -> None:
        """Store a new ``entry``.

        Raises:
            sqlite3.IntegrityError: there is one with this ``inum`` already.
        """
        key = self.connection.execute(
            f"INSERT INTO {table.name}_bodies (id, body, secret) VALUES (?, ?, ?)",  # noqa: S608
            (key, _compact(entry), secret),
        ).lastrowid
        self.connection.execute(
            table.insertion,
            (key, table.search_text(entry), *(column.value(entry) for column in table.columns)),
        )
        if table is CLIENTS:
            self.connection.executemany(
                "INSERT INTO client_scopes (scope, client) VALUES (?, ?)",
                {(scope, key) for scope in _scopes(entry)},
            )

    def delete(self, table: Table, inum: str) -> int | None:
        """Delete the entry with this ``inum``; return its row id, None if there was none."""
        key = self.key(table, inum)
        if key is None:
            return None
        self.connection.execute(f"DELETE FROM {table.name} WHERE inum = ?", (clean(inum),))  # noqa: S608
        self.connection.execute(f"DELETE FROM {table.name}_bodies WHERE id = ?", (key,))  # noqa: S608
        if table is CLIENTS:
            self.connection.execute("DELETE FROM client_scopes WHERE client = ?", (key,))
        return key

    def inum_by(self, table: Table, column: str, value: str) -> str | None:
        """The lowest ``inum`` of the entries with ``value`` in ``column`` (a name of ours)."""
        sql = f'SELECT min(inum) FROM {table.name} WHERE "{column}" = ?'  # noqa: S608
        found: str | None = self.connection.execute(sql, (clean(value),)).fetchone()[0]
        return found

    def clients_of(self, scope_dn: str) -> list[int]:
        """Row ids of the clients that have this scope."""
        sql = "SELECT client FROM client_scopes WHERE scope = ? ORDER BY client"
        return [row[0] for row in self.connection.execute(sql, (scope_dn,))]

    def _ids(self, sql: Query, limit: int, offset: int) -> list[int]:
        rows = self.connection.execute(sql.ids, (*sql.values, limit, offset))
        return [row[0] for row in rows]

    def _select(self, sql: str, values: Sequence[int]) -> Iterator[tuple[int, str, str | None]]:
        yield from self.connection.execute(sql, tuple(values))


def _scopes(entry: JsonObject) -> list[str]:
    value: Json = entry.get("scopes")
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
