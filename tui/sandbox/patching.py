"""JSON Patch (RFC 6902) on documents that strangers may try to blow up."""

import json
from typing import Any, cast

from tui.models.json import Json, JsonObject
from tui.sandbox.bodies import LIMIT, parse

_MOST = 1000
"""Operations in one patch."""


def apply(patch: bytes, document: JsonObject) -> JsonObject:
    """A copy of ``document`` with ``patch``, the JSON of an array of operations, applied.

    Raises:
        ValueError: the patch is not JSON, or its result is not an object or too large.
        jsonpatch.JsonPatchException, jsonpointer.JsonPointerException: it does not apply.
    """
    from jsonpatch import JsonPatch

    operations: Any = parse(patch)
    if not isinstance(operations, list):
        raise ValueError("A JSON Patch is an array of operations.")
    if len(operations) > _MOST:
        raise ValueError("The JSON Patch has too many operations.")
    result: Any = json.loads(json.dumps(document))
    for operation in operations:
        result = JsonPatch([operation]).apply(result, in_place=True)
        # Some forty copies of a document into itself would fill the memory.
        if isinstance(operation, dict) and operation.get("op") == "copy" and _size(result) > LIMIT:
            raise ValueError("The patched document is too large.")
    if not isinstance(result, dict):
        raise ValueError("The patched document is not an object.")
    return cast(JsonObject, result)


def _size(value: Json) -> int:
    return len(json.dumps(value))
