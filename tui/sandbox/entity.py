"""Which JSON type every member of an entity has, taken from the pydantic models.

Importing this module imports pydantic, so it is for writes only.
"""

from collections.abc import Mapping
from datetime import datetime
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from tui.models.base import WireModel
from tui.models.custom_attribute import CustomAttribute
from tui.models.json import JsonObject
from tui.models.localized import LocalizedString
from tui.sandbox.readers import (
    Reader,
    WrongTypeError,
    anything,
    customs,
    date,
    flag,
    localized,
    number,
    string_map,
    text,
    texts,
)


def readers(model: type[WireModel], special: Mapping[str, Reader]) -> dict[str, Reader]:
    """How to read each member of ``model``, by wire name; ``special`` goes first."""
    found = {
        field.alias or name: _reader(field.annotation) for name, field in model.model_fields.items()
    }
    return found | dict(special)


def read_members(given: JsonObject, known: Mapping[str, Reader], keep_unknown: bool) -> JsonObject:
    """``given`` with every value read; null is kept as None, so that it can be told apart.

    Raises:
        WrongTypeError: with a sentence that names the member.
    """
    result: JsonObject = {}
    for name, value in given.items():
        reader = known.get(name, anything if keep_unknown else None)
        if reader is None:
            continue
        try:
            result[name] = reader(value)
        except WrongTypeError as error:
            raise WrongTypeError(f"The member {name} has to be {error}.") from error
    return result


def member_object(given: JsonObject, name: str) -> JsonObject:
    """The member ``name`` of ``given``, an object; null and "" are an empty one.

    Raises:
        WrongTypeError: it is anything else.
    """
    value = given.get(name)
    if isinstance(value, dict):
        return value
    if value not in (None, ""):
        raise WrongTypeError(f"The member {name} has to be an object.")
    return {}


def with_every_member(given: JsonObject, known: Mapping[str, Reader]) -> JsonObject:
    """``given`` with all ``known`` members: absent lists are empty, others null."""
    every: JsonObject = {name: [] if reader is texts else None for name, reader in known.items()}
    return every | given


_BY_TYPE: dict[Any, Reader] = {
    bool: flag,
    int: number,
    datetime: date,
    LocalizedString: localized,
    str: text,
}


def _reader(annotation: Any) -> Reader:
    """The reader for a model's annotation: ``X | None``, ``Annotated[X, …]``, ``list[X]``."""
    for part in _parts(annotation):
        if get_origin(part) is list:
            return customs if get_args(part) == (CustomAttribute,) else texts
        if get_origin(part) is dict:
            return string_map
        if part in _BY_TYPE:
            return _BY_TYPE[part]
    return anything


def _parts(annotation: Any) -> list[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _parts(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return [part for option in get_args(annotation) for part in _parts(option)]
    return [annotation]
