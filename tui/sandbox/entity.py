"""Which JSON type every member of an entity has, and reading members as Jackson does.

The types come from the pydantic models, so importing this module is for writes only.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from tui.models.base import WIRE_DATE_TIME, WireModel
from tui.models.custom_attribute import CustomAttribute
from tui.models.json import Json, JsonObject
from tui.models.localized import LocalizedString
from tui.sandbox.custom_attributes import custom_attributes

Reader = Callable[[Json], Json]
"""Turns a member's value into what is stored; None when it counts as null.

Raises ``WrongTypeError``.
"""


class WrongTypeError(ValueError):
    """A member has a JSON type that its entity does not take."""


def text(value: Json) -> Json:
    """A string."""
    if value is None or isinstance(value, str):
        return value
    raise WrongTypeError("a string")


def flag(value: Json) -> Json:
    """A boolean; "" counts as null."""
    if value is None or isinstance(value, bool):
        return value
    return _empty(value, "true or false")


def number(value: Json) -> Json:
    """A Java ``int``; "" counts as null."""
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and -(2**31) <= value < 2**31:
        return value
    return _empty(value, "a whole number of 32 bits")


def date(value: Json) -> Json:
    """A local date-time ``yyyy-MM-ddTHH:mm:ss``; "" counts as null."""
    if value is None:
        return None
    if isinstance(value, str) and value:
        try:
            # Only the wire format itself, digits in full; the zone is the server's secret.
            if datetime.strptime(value, WIRE_DATE_TIME).strftime(WIRE_DATE_TIME) == value:  # noqa: DTZ007
                return value
        except ValueError:
            pass
    return _empty(value, "a date-time like 2026-01-31T10:00:00")


def texts(value: Json) -> Json:
    """An array of strings; nulls in it are dropped."""
    if value is None:
        return None
    if not isinstance(value, list) or not all(
        item is None or isinstance(item, str) for item in value
    ):
        raise WrongTypeError("an array of strings")
    return [item for item in value if item is not None]


def localized(value: Json) -> Json:
    """Texts by language; "" counts as null."""
    if isinstance(value, dict):
        values = value.get("values")
        if values is None:
            return {}
        if isinstance(values, dict) and all(isinstance(item, str) for item in values.values()):
            return {"values": values} if values else {}
        raise WrongTypeError("texts by language")
    return None if value is None else _empty(value, "an object")


def customs(value: Json) -> Json:
    """Custom attributes."""
    try:
        return custom_attributes(value)
    except ValueError as error:
        raise WrongTypeError(str(error)) from error


def anything(value: Json) -> Json:
    """A member that this program does not know."""
    return value


def one_of(words: type[StrEnum]) -> Reader:
    """A word of ``words`` in any case; another string counts as null."""
    known = {word.value.lower(): word.value for word in words}

    def read(value: Json) -> Json:
        return known.get(str(text(value)).lower())

    return read


def some_of(words: type[StrEnum]) -> Reader:
    """An array of words of ``words``; other strings in it are dropped."""
    known = {word.value.lower(): word.value for word in words}

    def read(value: Json) -> Json:
        given = texts(value)
        if not isinstance(given, list):
            return None
        return [known[str(item).lower()] for item in given if str(item).lower() in known]

    return read


def string_map(value: Json) -> Json:
    """An object whose values are strings; "" counts as null."""
    if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
        return value
    return None if value is None else _empty(value, "an object of strings")


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


def object_of(value: Json) -> JsonObject:
    """A JSON object; null and "" are an empty one.

    Raises:
        WrongTypeError: it is anything else.
    """
    if isinstance(value, dict):
        return value
    if value is not None:
        _empty(value, "an object")
    return {}


def _empty(value: Json, expected: str) -> Json:
    if value != "":
        raise WrongTypeError(expected)
    return None


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
