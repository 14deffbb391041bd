"""The members in which two documents differ."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tui.models.json import ABSENT, Absent, Json, JsonObject, same

Path: TypeAlias = tuple[str, ...]
"""Wire names from the document's root: ``("attributes", "requirePkce")``."""

UNORDERED = frozenset({"grantTypes", "responseTypes", "scopes", "claims"})
"""Lists, by dotted path, whose order and repetitions mean nothing."""

REORDERED_ON_POST = frozenset(
    {
        "redirectUris",
        "contacts",
        "postLogoutRedirectUris",
        "requestUris",
        "authorizedOrigins",
        "groups",
        "defaultAcrValues",
        "claimRedirectUris",
    }
)
"""Lists that the Config API passes through a set when a client is created."""

DEEPEST = 32
"""Objects nested deeper are compared whole, so that hostile nesting costs no stack."""


@dataclass(frozen=True, slots=True)
class Change:
    """One member that differs; ``ABSENT`` on the side that does not have it."""

    path: Path
    before: Json | Absent
    after: Json | Absent


def same_member(
    path: Path, one: Json | Absent, other: Json | Absent, unordered: Collection[str]
) -> bool:
    """Whether two values of the member at ``path`` are equal.

    Lists of strings named in ``unordered`` are compared as sets.
    """
    if isinstance(one, list) and isinstance(other, list) and ".".join(path) in unordered:
        texts = {item for item in one if isinstance(item, str)}
        other_texts = {item for item in other if isinstance(item, str)}
        rest: list[Json] = [item for item in one if not isinstance(item, str)]
        other_rest: list[Json] = [item for item in other if not isinstance(item, str)]
        return texts == other_texts and same(rest, other_rest)
    return same(one, other)


def difference(
    original: JsonObject, edited: JsonObject, unordered: Collection[str] = UNORDERED
) -> list[Change]:
    """What leads from ``original`` to ``edited``.

    Objects are compared member by member, lists whole. Members that only ``edited`` has
    come last. The values are those of the documents, not copies.
    """
    return list(_difference((), original, edited, unordered))


def _difference(
    path: Path, original: JsonObject, edited: JsonObject, unordered: Collection[str]
) -> Iterator[Change]:
    for name in [*original, *(name for name in edited if name not in original)]:
        below = (*path, name)
        before, after = original.get(name, ABSENT), edited.get(name, ABSENT)
        if isinstance(before, dict) and isinstance(after, dict) and len(below) < DEEPEST:
            yield from _difference(below, before, after, unordered)
        elif not same_member(below, before, after, unordered):
            yield Change(below, before, after)
