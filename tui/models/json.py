"""The shape of parsed JSON, the marker for a member that is not there, equality, copies.

Nothing here recurses: what a server sends may be nested deeper than Python's stack.
"""

from enum import Enum
from typing import Final, Literal, TypeAlias, TypeVar, cast

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
JsonObject: TypeAlias = dict[str, Json]

J = TypeVar("J", bound="Json")


class Absent(Enum):
    """The type of ``ABSENT``."""

    ABSENT = "absent"


ABSENT: Final[Literal[Absent.ABSENT]] = Absent.ABSENT
"""A member that the document does not have; not the same as ``null``."""


def _same_scalar(one: Json | Absent, other: Json | Absent) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other or (one != one and other != other)
    return type(one) is type(other) and one == other


def same(one: Json | Absent, other: Json | Absent) -> bool:
    """Whether both are the same JSON value.

    Unlike ``==``, ``true`` is not 1; as in JSON, 1 is 1.0. ``NaN``, which Python's parser
    lets through, is the same as itself.
    """
    waiting: list[tuple[Json | Absent, Json | Absent]] = [(one, other)]
    while waiting:
        left, right = waiting.pop()
        if isinstance(left, dict) and isinstance(right, dict):
            if left.keys() != right.keys():
                return False
            waiting.extend((left[name], right[name]) for name in left)
        elif isinstance(left, list) and isinstance(right, list):
            if len(left) != len(right):
                return False
            waiting.extend(zip(left, right, strict=True))
        elif not _same_scalar(left, right):
            return False
    return True


def copied(value: J) -> J:
    """A deep copy."""
    holder: JsonObject = {"": value}
    waiting: list[list[Json] | JsonObject] = [holder]
    while waiting:
        parent = waiting.pop()
        if isinstance(parent, dict):
            for name, item in parent.items():
                if isinstance(item, dict | list):
                    parent[name] = copy = item.copy()
                    waiting.append(copy)
        else:
            for index, item in enumerate(parent):
                if isinstance(item, dict | list):
                    parent[index] = copy = item.copy()
                    waiting.append(copy)
    return cast("J", holder[""])
