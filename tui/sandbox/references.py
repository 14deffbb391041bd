"""Scopes and claims of a client: ids and names resolved to DNs, unknown ones refused."""

import re

from tui.models.json import Json
from tui.sandbox.errors import bad_request
from tui.sandbox.store import Store
from tui.sandbox.tables import ATTRIBUTES, SCOPES, Table

_DN = re.compile(r"inum=([^,]+),ou=(?:scopes|attributes),o=jans", re.IGNORECASE)


def resolve_scopes(store: Store, given: Json) -> list[str] | None:
    """DNs for scope DNs and ids; None for null.

    Raises:
        Failure: 400 that names those which don't exist.
    """
    return _resolve(store, SCOPES, "jansId", "scope", given)


def resolve_claims(store: Store, given: Json) -> list[str] | None:
    """DNs for attribute DNs and names; None for null.

    Raises:
        Failure: 400 that names those which don't exist.
    """
    return _resolve(store, ATTRIBUTES, "jansAttrName", "claim", given)


def _resolve(store: Store, table: Table, column: str, word: str, given: Json) -> list[str] | None:
    if not isinstance(given, list):
        return None
    found: dict[str, None] = {}
    unknown: list[str] = []
    for item in map(str, given):
        inum = _inum(store, table, column, item)
        if inum is None:
            unknown.append(item)
        else:
            found[dn_of(table, inum)] = None
    if unknown:
        raise bad_request(f"Invalid {word} in request -> [{', '.join(unknown)}]")
    return list(found)


def _inum(store: Store, table: Table, column: str, item: str) -> str | None:
    dn = _DN.fullmatch(item)
    if dn:
        return dn[1] if store.key(table, dn[1]) is not None else None
    return store.inum_by(table, column, item)


def names_of(store: Store, table: Table, member: str, dns: list[Json]) -> list[str]:
    """The ``member`` of each entry that these DNs name; what was deleted is passed over."""
    found = (_DN.fullmatch(str(dn)) for dn in dns)
    rows = (store.get(table, match[1]) for match in found if match)
    values = (row.entry.get(member) for row in rows if row)
    return [value for value in values if isinstance(value, str)]


def dn_of(table: Table, inum: str) -> str:
    """The distinguished name of the scope or attribute with this key."""
    return f"inum={inum},ou={table.name},o=jans"
