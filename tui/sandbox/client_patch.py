"""A JSON Patch applied to a client."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

from tui.models.base import WIRE_DATE_TIME
from tui.models.json import Json, JsonObject
from tui.sandbox.client_entry import complete
from tui.sandbox.client_input import members, patch_document, read
from tui.sandbox.entity import date
from tui.sandbox.patching import apply
from tui.sandbox.store import Row


def patched(row: Row, patch: bytes, keep_unknown: bool, now: int) -> JsonObject:
    """The client in ``row`` after ``patch``; ``clientSecret`` is in it as the patch left it.

    In the document that is patched dates are milliseconds since 1970; a patch may also set
    them to ISO texts.

    Raises:
        ValueError, jsonpatch.JsonPatchException: the patch is not one, does not apply, makes
            something else than a client, or changes the key.
    """
    before = patch_document(row.entry, row.secret)
    after = apply(patch, _with_dates(before, _to_millis))
    if any(after.get(name) != before[name] for name in ("inum", "dn")):
        raise ValueError("The key of an entry cannot be patched.")
    after = _with_dates(after, _to_text)
    if after.get("clientName") == before.get("clientName"):
        # Only the alias was patched.
        after["clientName"] = after.get("displayName")
    after.pop("displayName", None)
    return complete(read(after, keep_unknown), now)


def _to_millis(value: Json) -> Json:
    if not isinstance(value, str):
        return value
    return int(datetime.fromisoformat(value).replace(tzinfo=UTC).timestamp()) * 1000


def _to_text(value: Json) -> Json:
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return datetime.fromtimestamp(value // 1000, UTC).strftime(WIRE_DATE_TIME)


def _with_dates(document: JsonObject, convert: Callable[[Json], Json]) -> JsonObject:
    changed = {name: convert(document[name]) for name in _dates() if name in document}
    return document | changed


@cache
def _dates() -> list[str]:
    return [name for name, reader in members().items() if reader is date]
