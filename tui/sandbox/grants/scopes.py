"""Which scopes a token gets."""

from collections.abc import Iterable

from tui.models.json import JsonObject
from tui.sandbox.store import Store


def held_scopes(store: Store, client: JsonObject) -> list[str]:
    """The ids of the client's scopes; DNs of scopes that were deleted are passed over."""
    dns = client.get("scopes")
    if not isinstance(dns, list):
        return []
    ids: dict[str, str] = dict(store.connection.execute("SELECT inum, jansId FROM scopes"))
    inums = [str(dn).partition("inum=")[2].partition(",")[0] for dn in dns]
    return [ids[inum] for inum in inums if inum in ids]


def granted(asked: str | None, held: Iterable[str]) -> list[str]:
    """Those of the space-joined scopes that are ``held``, others silently dropped; all for None."""
    if asked is None:
        return list(held)
    allowed = frozenset(held)
    return [scope for scope in dict.fromkeys(asked.split()) if scope in allowed]
