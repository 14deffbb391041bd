"""Arbitrary JSON, and JSON that looks like a client's."""

from typing import Any

from hypothesis import strategies as st

from tests.unit.models.table import ROWS
from tui.models.json import Json, JsonObject

# Any code point that JSON text can carry, so lone surrogates too.
texts = st.text(st.characters(), max_size=4)

# Few values and few names, so that two documents often have the same ones.
_FEW: list[Json] = [
    None, True, False, 0, 1, 1.0, -0.5, 2**70, float("nan"), float("inf"), "", "a", "\ud800",
]  # fmt: skip

_FEW_NAMES = ["", "a", "b", "a/b", "~1", "scopes", "attributes"]

scalars: st.SearchStrategy[Json] = st.one_of(
    st.sampled_from(_FEW), st.sampled_from(_FEW), st.sampled_from(_FEW), texts, st.integers()
)

names = st.one_of(st.sampled_from(_FEW_NAMES), st.sampled_from(_FEW_NAMES), texts)


def _containers(inside: st.SearchStrategy[Json]) -> st.SearchStrategy[Any]:
    return st.one_of(st.lists(inside, max_size=3), st.dictionaries(names, inside, max_size=3))


json_values: st.SearchStrategy[Json] = st.recursive(scalars, _containers, max_leaves=8)

json_objects: st.SearchStrategy[JsonObject] = st.dictionaries(names, json_values, max_size=4)

plausible: st.SearchStrategy[Json] = st.one_of(
    st.booleans(),
    st.integers(0, 3600),
    st.sampled_from(["code", "web", "x", "2027-01-31T10:00:00", "2027-13-31T10:00:00"]),
    st.lists(st.sampled_from(["code", "token", None]), max_size=3),
    st.just({"values": {"": "x", "fr": None}}),
    st.just([{"name": "x", "values": [1]}, {"values": []}]),
)


def _objects_of(part: str) -> st.SearchStrategy[JsonObject]:
    members = [row.member for row in ROWS if row.part == part and row.member != "attributes"]
    return st.dictionaries(
        st.one_of(st.sampled_from(members), texts), st.one_of(plausible, json_values), max_size=8
    )


client_objects: st.SearchStrategy[JsonObject] = st.builds(
    lambda top, inner: {**top, "attributes": inner},
    _objects_of("client"),
    st.one_of(_objects_of("attributes"), json_values),
)


def nested(depth: int) -> Json:
    """Lists and objects in each other, ``depth`` deep."""
    value: Json = None
    for level in range(depth):
        value = [value] if level % 2 else {"a": value}
    return value
