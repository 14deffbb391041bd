"""Software statement assertions in the database."""

import json

from tui.sandbox.ssa.record import Ssa
from tui.sandbox.store import Store
from tui.sandbox.tables import clean

TABLE = (
    "CREATE TABLE ssas (jti TEXT PRIMARY KEY, org TEXT NOT NULL, creator TEXT NOT NULL,"
    " created INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID"
)


def get(store: Store, jti: str) -> Ssa | None:
    """The statement with this ``jti``, or None."""
    found = select(store, jti=jti)
    return found[0] if found else None


def select(
    store: Store, jti: str | None = None, org: str | None = None, creator: str | None = None
) -> list[Ssa]:
    """All statements for which the given values hold, the oldest first."""
    given = {"jti": jti, "org": org, "creator": creator}
    wanted = {name: clean(value) for name, value in given.items() if value is not None}
    where = " AND ".join(f"{name} = ?" for name in wanted) or "1"
    sql = f"SELECT body FROM ssas WHERE {where} ORDER BY created, jti"  # noqa: S608 - our names
    rows = store.connection.execute(sql, tuple(wanted.values()))
    return [Ssa(**json.loads(body)) for (body,) in rows]


def put(store: Store, ssa: Ssa) -> None:
    """Store a statement, in place of the one with the same ``jti``."""
    store.connection.execute(
        "INSERT OR REPLACE INTO ssas (jti, org, creator, created, body) VALUES (?, ?, ?, ?, ?)",
        (ssa.jti, clean(str(ssa.org_id)), ssa.creator, ssa.created, json.dumps(ssa.as_json())),
    )
