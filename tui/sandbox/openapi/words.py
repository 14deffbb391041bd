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
        headers: what its headers say, by name.
    """

    words: str
    contents: Contents = MappingProxyType({})
    headers: Mapping[str, str] = MappingProxyType({})


class Operation(NamedTuple):
    """One method of one path.

    Attributes:
        answers: by status.
        body: what it takes, by media type.
        query: schemas of the query parameters, by name.
        security: alternatives instead of those that the token's scopes make.
        headers: schemas of the request's own headers, by name; all of them are needed.
        needed: names of the query parameters that are needed.
        more: what there is to know besides; "" for nothing.
    """

    answers: Mapping[int, Answer]
    body: Contents = MappingProxyType({})
    query: Mapping[str, JsonObject] = MappingProxyType({})
    security: tuple[JsonObject, ...] = ()
    headers: Mapping[str, JsonObject] = MappingProxyType({})
    needed: tuple[str, ...] = ()
    more: str = ""


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


def seconds() -> JsonObject:
    """The schema of a time in seconds since 1970, or of a length of time in seconds."""
    return {"type": "integer", "minimum": 0}


def object_of(
    properties: Mapping[str, Json], required: tuple[str, ...] = (), words: str = ""
) -> JsonObject:
    """The schema of an object; other members are allowed."""
    schema: JsonObject = {
        "type": "object",
        "properties": dict(properties),
        "required": [*required],
    }
    return schema | ({"description": words} if words else {})
