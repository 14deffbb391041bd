"""JSON Patch (RFC 6902) from changes, and its application."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

from tui.models.changes.difference import Change, Path
from tui.models.json import Absent, Json, JsonObject, copied


class Operation(TypedDict):
    """One operation of RFC 6902 section 4; ``path`` is a JSON Pointer (RFC 6901)."""

    op: Literal["add", "remove"]
    path: str
    value: NotRequired[Json]


class PatchError(ValueError):
    """A patch that does not fit the document; the message says why."""


def pointer(path: Path) -> str:
    """The JSON Pointer of a member (RFC 6901 section 3)."""
    return "".join("/" + name.replace("~", "~0").replace("/", "~1") for name in path)


def to_patch(changes: Iterable[Change]) -> list[Operation]:
    """One operation a change.

    Only ``add`` and ``remove``: ``add`` also replaces, while ``replace`` fails on the
    members that the server leaves out of its own document because they are null.
    """
    operations: list[Operation] = []
    for change in changes:
        path = pointer(change.path)
        if isinstance(change.after, Absent):
            operations.append({"op": "remove", "path": path})
        else:
            operations.append({"op": "add", "path": path, "value": copied(change.after)})
    return operations


def inverse(changes: Sequence[Change]) -> list[Change]:
    """The changes that take these back, the last one first."""
    return [Change(change.path, change.after, change.before) for change in reversed(changes)]


def apply_patch(document: JsonObject, operations: Sequence[Mapping[str, object]]) -> JsonObject:
    """The document after the operations; the arguments stay as they are.

    Any operation of RFC 6902 is understood, so that the patches of others apply too.

    Raises:
        PatchError: an operation is malformed, names a member that is not there, fails its
            ``test``, or leaves something other than an object.
    """
    import jsonpatch
    import jsonpointer

    try:
        result = jsonpatch.apply_patch(copied(document), operations, in_place=True)
    except (jsonpatch.JsonPatchException, jsonpointer.JsonPointerException) as error:
        raise PatchError(f"The patch does not fit the document: {error}") from error
    except (AttributeError, RecursionError, TypeError, ValueError) as error:
        raise PatchError("The patch is not a list of RFC 6902 operations.") from error
    if not isinstance(result, dict):
        raise PatchError("The patch leaves no object.")
    return result
