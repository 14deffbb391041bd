"""JSON Patch (RFC 6902) on entries, by strangers who may try to blow them up."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

from tui.models.dates import to_wire
from tui.models.json import Json, JsonObject
from tui.models.members import DATE_MEMBERS
from tui.sandbox.bodies import LIMIT, parse

_MOST = 1000
"""Operations in one patch."""


def apply(patch: bytes, entry: JsonObject) -> JsonObject:
    """As ``patched``, for an entry.

    While it is patched, dates are milliseconds since 1970, as in the document that the
    server makes; a patch may also set them to texts.

    Raises:
        ValueError: as for ``patched``, or the patch changes ``inum`` or ``dn``.
        jsonpatch.JsonPatchException, jsonpointer.JsonPointerException: it does not apply.
    """
    result = patched(patch, _with_dates(entry, _to_millis))
    if any(result.get(name) != entry[name] for name in ("inum", "dn")):
        raise ValueError("The key of an entry cannot be patched.")
    return _with_dates(result, _to_text)


def patched(patch: bytes, document: JsonObject) -> JsonObject:
    """A copy of ``document`` with ``patch``, the JSON of an array of operations, applied.

    Raises:
        ValueError: the patch is not JSON, or its result is not an object or too large.
        jsonpatch.JsonPatchException, jsonpointer.JsonPointerException: it does not apply.
    """
    from jsonpatch import JsonPatch

    operations: Any = parse(patch)
    if not isinstance(operations, list) or len(operations) > _MOST:
        raise ValueError(f"A JSON Patch is an array of at most {_MOST} operations.")
    result: Any = json.loads(json.dumps(document))
    for operation in operations:
        result = JsonPatch([operation]).apply(result, in_place=True)
        # Some forty copies of a document into itself would fill the memory.
        if operation["op"] == "copy" and len(json.dumps(result)) > LIMIT:
            raise ValueError("The patched document is too large.")
    if not isinstance(result, dict):
        raise ValueError("The patched document is not an object.")
    return cast(JsonObject, result)


def _with_dates(entry: JsonObject, convert: Callable[[Json], Json]) -> JsonObject:
    return {
        name: convert(value) if name in DATE_MEMBERS else value for name, value in entry.items()
    }


def _to_millis(value: Json) -> Json:
    if not isinstance(value, str):
        return value
    return int(datetime.fromisoformat(value).replace(tzinfo=UTC).timestamp()) * 1000


def _to_text(value: Json) -> Json:
    if isinstance(value, bool) or not isinstance(value, int):
        return value
    return to_wire(datetime.fromtimestamp(value // 1000, UTC))
