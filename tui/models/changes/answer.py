"""What a server made of a request: it drops and alters members without an error."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from tui.models.changes.difference import (
    DEEPEST,
    REORDERED_ON_POST,
    UNORDERED,
    Change,
    Path,
    same_member,
)
from tui.models.dates import to_local
from tui.models.json import ABSENT, Absent, Json, JsonObject, same
from tui.models.members import DATE_MEMBERS, READ_ONLY_MEMBERS
from tui.models.secrets import SECRET_MEMBERS

NOT_COMPARED = READ_ONLY_MEMBERS | SECRET_MEMBERS | {"customObjectClasses"}
"""Made by the server, stored in another form, or meant for one kind of store only."""

REFERENCES = frozenset({"scopes", "claims"})
"""Lists that may be sent as names and are stored as DNs."""

NO_IDS: Mapping[str, str] = MappingProxyType({})


def compare_answer(
    asked: JsonObject,
    answered: JsonObject,
    created: bool,
    scope_ids: Mapping[str, str] = NO_IDS,
) -> list[Change]:
    """What of ``asked`` came back otherwise; ``before`` is the wish, ``after`` the answer.

    Only members that were asked for count. Absent, null and empty are equal, and so are
    absent and false; dates are compared by whole seconds without their zone.

    Args:
        asked: the entry that was sent, or that a patch should have led to.
        answered: the entry as the server gave it back.
        created: whether it was a POST, after which the order of more lists is lost.
        scope_ids: ids of scopes (and names of claims) by DN. Where a DN is not in it, an
            answer with as many new DNs as names were asked for counts as kept.
    """
    unordered = UNORDERED | REORDERED_ON_POST if created else UNORDERED
    ignored = NOT_COMPARED
    if "clientName" not in asked and "clientName" not in answered:
        ignored = ignored - {"displayName"}
    wishes = {name: value for name, value in asked.items() if name not in ignored}
    return list(_compare((), wishes, answered, unordered, scope_ids))


def came_back(changes: Iterable[Change], answered: JsonObject) -> list[Change]:
    """What was to be taken away and has a value all the same, mostly the server's default.

    False and -1 are no values here: a store in Java says so that there is none.

    Args:
        changes: what a patch was to do.
        answered: the entry as the server gave it back.
    """
    removed = [change.path for change in changes if change.after is ABSENT]
    found = [Change(path, ABSENT, _at(path, answered)) for path in removed]
    return [
        change
        for change in found
        if change.path[0] not in NOT_COMPARED
        and not (_is_empty(change.after) or change.after is False or change.after == -1)
    ]


def _at(path: Path, entry: JsonObject) -> Json | Absent:
    value: Json | Absent = entry
    for name in path:
        value = value.get(name, ABSENT) if isinstance(value, dict) else ABSENT
    return value


def _compare(
    path: Path,
    asked: JsonObject,
    answered: JsonObject,
    unordered: Collection[str],
    ids: Mapping[str, str],
) -> Iterator[Change]:
    for name, wish in asked.items():
        below = (*path, name)
        answer = answered.get(name, ABSENT)
        inner = {} if _is_empty(answer) else answer
        if isinstance(wish, dict) and isinstance(inner, dict) and len(below) < DEEPEST:
            yield from _compare(below, wish, inner, unordered, ids)
        elif not _kept(below, wish, answer, unordered, ids):
            yield Change(below, wish, answer)


def _kept(
    path: Path,
    wish: Json,
    answer: Json | Absent,
    unordered: Collection[str],
    ids: Mapping[str, str],
) -> bool:
    if (_is_empty(wish) and _is_empty(answer)) or (wish is False and answer is ABSENT):
        return True
    name = path[0] if len(path) == 1 else ""
    if isinstance(wish, str) and isinstance(answer, str) and name in DATE_MEMBERS:
        return _same_date(wish, answer)
    if isinstance(wish, list) and isinstance(answer, list):
        if name in REFERENCES:
            return _same_references(wish, answer, ids)
        if name == "customAttributes":
            return _custom_attributes_kept(wish, answer)
    return same_member(path, wish, answer, unordered)


def _is_empty(value: Json | Absent) -> bool:
    return value is ABSENT or value is None or value in ("", [], {})


def _same_date(one: str, other: str) -> bool:
    try:
        return to_local(one) == to_local(other)
    except ValueError:
        return one == other


def _same_references(asked: list[Json], answered: list[Json], ids: Mapping[str, str]) -> bool:
    wanted = {ids.get(item, item) for item in asked if isinstance(item, str)}
    got = {ids.get(item, item) for item in answered if isinstance(item, str)}
    missing, surplus = wanted - got, got - wanted
    comparable = any(item.startswith("inum=") or item in ids.values() for item in missing)
    strangers = all(item.startswith("inum=") for item in surplus)
    return len(missing) == len(surplus) and strangers and not comparable


def _custom_attributes_kept(asked: list[Json], answered: list[Json]) -> bool:
    """The server adds attributes of its own, and to each ``value`` and ``displayValue``."""
    wanted, got = _custom_values(asked), _custom_values(answered)
    return all(same(values, got.get(name, [])) for name, values in wanted.items())


def _custom_values(attributes: list[Json]) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for attribute in attributes:
        if isinstance(attribute, dict) and isinstance(name := attribute.get("name"), str):
            values = attribute.get("values")
            if not isinstance(values, list) or not values:
                value = attribute.get("value")
                values = [] if value is None else [value]
            found[name] = values
    return found
