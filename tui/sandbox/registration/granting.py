"""Which scopes and claims a registered client gets of those that it asks for."""

from typing import cast

from tui.models.json import Json
from tui.sandbox.references import dn_of
from tui.sandbox.store import Store
from tui.sandbox.tables import ATTRIBUTES, SCOPES


def scope_dns(store: Store, asked: Json, granted: Json = None) -> list[str]:
    """The DNs of the scopes marked ``defaultScope``; the others are left out silently.

    ``granted`` are ids, space-joined or in a list, that a software statement gives: those need
    no mark.
    """
    given = granted.split() if isinstance(granted, str) else granted
    trusted = given if isinstance(given, list) else []
    found = []
    for name in cast("list[str]", asked or []):
        inum = store.inum_by(SCOPES, "jansId", name)
        row = store.get(SCOPES, inum) if inum is not None else None
        if inum is not None and row and (row.entry.get("defaultScope") or name in trusted):
            found.append(dn_of(SCOPES, inum))
    return found


def claim_dns(store: Store, asked: Json) -> list[str]:
    """The DNs of the attributes with these claim names, or names; others are left out."""
    found = (
        store.inum_by(ATTRIBUTES, "jansClaimName", name)
        or store.inum_by(ATTRIBUTES, "jansAttrName", name)
        for name in cast("list[str]", asked or [])
    )
    return [dn_of(ATTRIBUTES, inum) for inum in found if inum]
