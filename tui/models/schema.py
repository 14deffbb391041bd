"""What a model says about its members: names, types and values to choose from."""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from tui.models.client import Client
from tui.models.members import READ_ONLY_MEMBERS

Kind: TypeAlias = Literal["text", "number", "flag", "date", "object"]


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an entry.

    Attributes:
        path: wire names joined by dots, ``attributes.requirePkce``.
        field: the snake_case name of its last part.
        kind: of the value, or of each item when it is a list.
        is_list: whether it is a list.
        choices: the values that are known, () when any will do.
        registration: its name in dynamic client registration, "" when it has none.
        model: of its objects, where those have a model.
    """

    path: str
    field: str
    kind: Kind
    is_list: bool = False
    choices: tuple[str, ...] = ()
    registration: str = ""
    model: type[BaseModel] | None = None

    @property
    def is_read_only(self) -> bool:
        """Whether only the server sets it."""
        return self.path in READ_ONLY_MEMBERS

    @property
    def words(self) -> str:
        """The type, for a person: ``list of text``."""
        name = {"text": "text", "number": "whole number", "flag": "true or false"}.get(
            self.kind, "date and time" if self.kind == "date" else "object"
        )
        return f"list of {name}" if self.is_list else name


def members_of(model: type[BaseModel], prefix: str = "") -> dict[str, Member]:
    """The members of a model by their paths, which start with ``prefix``."""
    found = {}
    for field, info in model.model_fields.items():
        path = f"{prefix}{info.alias or field}"
        extra = info.json_schema_extra
        name = str(extra["registration"]) if isinstance(extra, dict) else ""
        found[path] = _member(path, field, info.annotation, name)
    return found


@cache
def client_members() -> dict[str, Member]:
    """The members of a client; those below ``attributes`` by their dotted paths."""
    members = members_of(Client)
    attributes = members.pop("attributes").model
    assert attributes is not None
    return members | members_of(attributes, "attributes.")


def _member(path: str, field: str, annotation: Any, registration: str) -> Member:
    inner = _without_none(annotation)
    is_list = get_origin(inner) is list
    item = _without_none(get_args(inner)[0]) if is_list else inner
    choices: tuple[str, ...] = ()
    for part in _alternatives(item):
        if isinstance(part, type) and issubclass(part, StrEnum):
            choices = tuple(part)
    plain = next(iter(_alternatives(item)))
    model = plain if isinstance(plain, type) and issubclass(plain, BaseModel) else None
    return Member(path, field, _kind(plain), is_list, choices, registration, model)


def _kind(plain: Any) -> Kind:
    if plain is bool:
        return "flag"
    if plain is int:
        return "number"
    if plain is datetime:
        return "date"
    if isinstance(plain, type) and issubclass(plain, str):
        return "text"
    return "object"


def _alternatives(annotation: Any) -> list[Any]:
    """The types of a union, none of them annotated."""
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return [inner for part in get_args(annotation) for inner in _alternatives(part)]
    return [annotation]


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [part for part in get_args(annotation) if part is not type(None)]
        return kept[0] if len(kept) == 1 else Union[tuple(kept)]  # noqa: UP007
    return annotation
