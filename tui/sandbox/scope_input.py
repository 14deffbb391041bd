"""Scope entries as requests bring them."""

from functools import cache

from tui.models.enums import CreatorType, ScopeType
from tui.models.json import JsonObject
from tui.models.scope import Scope, ScopeAttributes
from tui.sandbox.entity import member_object, read_members, readers, with_every_member
from tui.sandbox.readers import Reader, one_of
from tui.sandbox.scope_entry import complete

DERIVED = frozenset({"dn", "baseDn", "umaType", "clients"})
"""Members that are never taken from a request."""


_ENUMS: dict[str, Reader] = {
    "scopeType": one_of(ScopeType),
    "creatorType": one_of(CreatorType),
}


@cache
def _members() -> dict[str, Reader]:
    known = readers(Scope, _ENUMS)
    return {name: known[name] for name in known.keys() - {"attributes", *DERIVED}}


@cache
def _attributes() -> dict[str, Reader]:
    return readers(ScopeAttributes, {})


def scope_entry(given: JsonObject, keep_unknown: bool, now: int) -> JsonObject:
    """``given``, ``inum`` set, as a whole scope entry; ``now`` in seconds since 1970.

    Raises:
        WrongTypeError: a member has a JSON type that it cannot have.
    """
    plain = {
        name: value for name, value in given.items() if name not in DERIVED and name != "attributes"
    }
    entry = read_members(plain, _members(), keep_unknown)
    entry["attributes"] = read_members(
        member_object(given, "attributes"), _attributes(), keep_unknown
    )
    return complete(entry, now)


def patch_document(entry: JsonObject) -> JsonObject:
    """The document that a JSON Patch is applied to: every known attribute exists in it."""
    return {
        **entry,
        "attributes": with_every_member(member_object(entry, "attributes"), _attributes()),
    }
