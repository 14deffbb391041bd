"""JSON Pointers read back, and the changes that two patches tell together."""

from __future__ import annotations

from collections.abc import Iterable

from tui.models.changes import Change, Path
from tui.models.json import ABSENT, Absent, Json, JsonObject


def path_of(pointer: str) -> Path:
    """The names in a JSON Pointer (RFC 6901 section 4); () for the whole document."""
    return tuple(name.replace("~1", "/").replace("~0", "~") for name in pointer.split("/")[1:])


def changes_of(forth: Iterable[JsonObject], back: Iterable[JsonObject]) -> list[Change]:
    """The changes that the operations ``forth`` made, those of ``back`` taking them back.

    Only ``add`` and ``remove`` are understood. A member that one side lacks is left out, as
    is one whose value was not kept because it is secret.
    """
    before = {str(one["path"]): _value(one) for one in back if _is_plain(one)}
    return [
        Change(path_of(path), before[path], _value(one))
        for one in forth
        if _is_plain(one) and (path := str(one["path"])) in before
    ]


def _is_plain(operation: JsonObject) -> bool:
    path = operation.get("path")
    known = operation.get("op") in ("add", "remove") and isinstance(path, str) and path != ""
    return known and operation.get("secret") is not True


def _value(operation: JsonObject) -> Json | Absent:
    return operation.get("value") if operation["op"] == "add" else ABSENT
