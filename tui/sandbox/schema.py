"""The database file: what is in it, and how it comes into being."""

import sqlite3

from tui.sandbox.tables import TABLES, Table

VERSION = 1

_TYPES = {"text": "TEXT COLLATE NOCASE", "number": "INTEGER", "flag": "INTEGER"}

_OTHERS = (
    # Which clients have a scope, by DN: asked for by withAssociatedClients.
    "CREATE TABLE client_scopes (scope TEXT, client INTEGER, PRIMARY KEY (scope, client))"
    " WITHOUT ROWID",
    "CREATE INDEX client_scopes_client ON client_scopes (client)",
    # hash: SHA-256 of the token, in hex. Times: seconds since 1970. scopes: space-joined ids.
    "CREATE TABLE tokens (hash TEXT PRIMARY KEY, client TEXT NOT NULL, grant_type TEXT NOT NULL,"
    " scopes TEXT NOT NULL, issued INTEGER NOT NULL, expires INTEGER NOT NULL,"
    " revoked INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX tokens_expires ON tokens (expires)",
    "CREATE INDEX clients_name ON clients (displayName, inum, id)",
    "CREATE INDEX clients_issued ON clients (jansClntIdIssuedAt, inum, id)",
)


def _statements(table: Table) -> list[str]:
    """Columns apart from bodies, and in the order of ``inum``: a search reads little."""
    columns = ", ".join(
        f'"{column.name}" {_TYPES[column.kind]}'
        for column in table.columns
        if column.name != "inum"
    )
    return [
        f"CREATE TABLE {table.name} (inum TEXT PRIMARY KEY, id INTEGER NOT NULL,"
        f" search TEXT NOT NULL, {columns}) WITHOUT ROWID",
        # secret: a client's secret as stored, which is apart because not every answer has it.
        f"CREATE TABLE {table.name}_bodies (id INTEGER PRIMARY KEY, body TEXT NOT NULL,"
        " secret TEXT)",
    ]


def create(connection: sqlite3.Connection) -> None:
    """Make all tables in an empty database."""
    for table in TABLES:
        for statement in _statements(table):
            connection.execute(statement)
    for statement in _OTHERS:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def empty(connection: sqlite3.Connection) -> None:
    """Delete every row."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - a name of ours
        connection.execute(f"DELETE FROM {table.name}_bodies")  # noqa: S608 - a name of ours
    connection.execute("DELETE FROM client_scopes")
    connection.execute("DELETE FROM tokens")
