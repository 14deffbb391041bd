"""Three-way merge: my edits and those of someone else, from the same start."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tui.models.changes.difference import (
    DEEPEST,
    UNORDERED,
    Change,
    Path,
    difference,
    same_member,
)
from tui.models.json import ABSENT, Absent, Json, JsonObject, copied

Side: TypeAlias = Literal["mine", "theirs"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A member that both sides changed, each to something else."""

    path: Path
    base: Json | Absent
    mine: Json | Absent
    theirs: Json | Absent


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge gives.

    ``merged`` is a copy that holds the edits of both sides, and where they conflict
    theirs. ``mine`` and ``theirs`` are each side's changes to the common start.
    """

    merged: JsonObject
    mine: list[Change]
    theirs: list[Change]
    conflicts: list[Conflict]


def merge(base: JsonObject, mine: JsonObject, theirs: JsonObject) -> Merge:
    """Merge two edits of ``base`` member by member, within objects too; lists are whole.

    The same change on both sides is no conflict. Members keep their order.
    """
    conflicts: list[Conflict] = []
    return Merge(
        merged=copied(_merge_objects((), base, mine, theirs, conflicts)),
        mine=difference(base, mine),
        theirs=difference(base, theirs),
        conflicts=conflicts,
    )


def resolve(merge: Merge, choices: Mapping[Path, Side]) -> JsonObject:
    """The merged document with each conflict as chosen; theirs where nothing is.

    Raises:
        ValueError: a choice is for a member that has no conflict.
    """
    unknown = choices.keys() - {conflict.path for conflict in merge.conflicts}
    if unknown:
        raise ValueError(f"There is no conflict in {'.'.join(min(unknown))}.")
    resolved = copied(merge.merged)
    for conflict in merge.conflicts:
        if choices.get(conflict.path) == "mine":
            _set(resolved, conflict.path, conflict.mine)
    return resolved


def _merge_objects(
    path: Path,
    base: JsonObject,
    mine: JsonObject,
    theirs: JsonObject,
    conflicts: list[Conflict],
) -> JsonObject:
    merged: JsonObject = {}
    for name in dict.fromkeys([*base, *theirs, *mine]):
        member = _merge_member(
            (*path, name),
            base.get(name, ABSENT),
            mine.get(name, ABSENT),
            theirs.get(name, ABSENT),
            conflicts,
        )
        if not isinstance(member, Absent):
            merged[name] = member
    return merged


def _merge_member(
    path: Path,
    base: Json | Absent,
    mine: Json | Absent,
    theirs: Json | Absent,
    conflicts: list[Conflict],
) -> Json | Absent:
    if same_member(path, base, mine, UNORDERED):
        return theirs
    if same_member(path, base, theirs, UNORDERED):
        return mine
    if isinstance(mine, dict) and isinstance(theirs, dict) and len(path) < DEEPEST:
        start = {} if base is ABSENT else base
        if isinstance(start, dict):
            return _merge_objects(path, start, mine, theirs, conflicts)
    if not same_member(path, mine, theirs, UNORDERED):
        conflicts.append(Conflict(path, base, mine, theirs))
    return theirs


def _set(document: JsonObject, path: Path, value: Json | Absent) -> None:
    """Put a value where the merge found the conflict: all objects above it are there."""
    parent = document
    for name in path[:-1]:
        below = parent[name]
        assert isinstance(below, dict)
        parent = below
    if isinstance(value, Absent):
        parent.pop(path[-1], None)
    else:
        parent[path[-1]] = copied(value)
