"""The database file: what is in it, and how it comes into being."""

import sqlite3

from tui.sandbox.ssa import records
from tui.sandbox.tables import TABLES, Table

VERSION = 4

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

_UPGRADES = {
    # kind: access_token or refresh_token. grant_id: shared by all tokens of one sign-in.
    # role: of the user who signed in, "" for one without a role; NULL where there is no user.
    1: (
        "ALTER TABLE tokens ADD COLUMN kind TEXT NOT NULL DEFAULT 'access_token'",
        "ALTER TABLE tokens ADD COLUMN grant_id TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE tokens ADD COLUMN role TEXT",
        "CREATE INDEX tokens_client ON tokens (client, issued)",
        # hash: SHA-256 of client and jti of an assertion (RFC 7523) that was used.
        "CREATE TABLE assertions (hash TEXT PRIMARY KEY, expires INTEGER NOT NULL)",
        # Both codes as SHA-256. period: seconds between polls. polled: when it was done last.
        # state: pending, approved, denied, used.
        "CREATE TABLE device_codes (hash TEXT PRIMARY KEY, user_code TEXT NOT NULL UNIQUE,"
        " client TEXT NOT NULL, scopes TEXT NOT NULL, expires INTEGER NOT NULL,"
        " period INTEGER NOT NULL, polled REAL, state TEXT NOT NULL DEFAULT 'pending', role TEXT)",
        # What a user let a client do; scopes: space-joined ids.
        "CREATE TABLE authorizations (user TEXT, client TEXT, scopes TEXT NOT NULL,"
        " PRIMARY KEY (user, client)) WITHOUT ROWID",
        "CREATE TABLE uma_resources (id TEXT PRIMARY KEY, body TEXT NOT NULL)",
        # Finds the few clients whose key set has certificates.
        "CREATE INDEX clients_certificates ON clients_bodies (id) WHERE instr(body, 'x5c') > 0",
    ),
    2: (records.TABLE,),
    # The server's settings that were changed; one row, its body a JSON object.
    3: ("CREATE TABLE properties (body TEXT NOT NULL)",),
}
"""What makes the next version out of each version."""

_EMPTIED = (
    *("client_scopes", "tokens"),
    *("assertions", "device_codes", "authorizations", "uma_resources", "ssas", "properties"),
)


class WrongVersionError(ValueError):
    """The database was made by a newer version of the program."""


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
    upgrade(connection, 1)


def upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Bring a database of this ``version`` to the present one; to be called in a transaction."""
    for number in range(version, VERSION):
        for statement in _UPGRADES[number]:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def empty(connection: sqlite3.Connection) -> None:
    """Delete every row."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - a name of ours
        connection.execute(f"DELETE FROM {table.name}_bodies")  # noqa: S608 - a name of ours
    for name in _EMPTIED:
        connection.execute(f"DELETE FROM {name}")  # noqa: S608 - a name of ours
