"""What is said of one operation, beyond what its route and its handler say themselves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tui.models.json import Json, JsonObject

Contents = Mapping[str, str]
"""Media type -> name of the schema; "" for plain text."""


class Answer(NamedTuple):
    """One status.

    Attributes:
        words: what it means.
        contents: the bodies that it can have; none where the media type says nothing true.
    """

    words: str
    contents: Contents = MappingProxyType({})


class Operation(NamedTuple):
    """One method of one path.

    Attributes:
        answers: by status.
        body: what it takes, by media type.
        query: schemas of the query parameters, by name.
        security: alternatives instead of those that the token's scopes make.
    """

    answers: Mapping[int, Answer]
    body: Contents = MappingProxyType({})
    query: Mapping[str, JsonObject] = MappingProxyType({})
    security: tuple[JsonObject, ...] = ()


def text(pattern: str = "", choices: tuple[str, ...] = ()) -> JsonObject:
    """The schema of a text."""
    schema: JsonObject = {"type": "string"}
    if pattern:
        schema["pattern"] = pattern
    if choices:
        schema["enum"] = [*choices]
    return schema


def whole(least: int, most: int) -> JsonObject:
    """The schema of a whole number."""
    return {"type": "integer", "minimum": least, "maximum": most}


def reference(name: str) -> Json:
    """The schema called ``name``; "" is any text."""
    return {"$ref": f"#/components/schemas/{name}"} if name else {"type": "string"}
