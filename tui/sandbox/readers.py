"""Reading a member's value as Jackson does, each type in its way."""

from collections.abc import Callable
from enum import StrEnum

from tui.models.dates import to_local, to_wire
from tui.models.json import Json
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
    return null_if_empty(value, "true or false")


def number(value: Json) -> Json:
    """A Java ``int``; "" counts as null."""
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and -(2**31) <= value < 2**31:
        return value
    return null_if_empty(value, "a whole number of 32 bits")


def date(value: Json) -> Json:
    """A local date-time ``yyyy-MM-ddTHH:mm:ss``; "" counts as null."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            if to_wire(to_local(value)) == value:
                return value
        except ValueError:
            pass
    return null_if_empty(value, "a date-time like 2026-01-31T10:00:00")


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
    return None if value is None else null_if_empty(value, "an object")


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
    return None if value is None else null_if_empty(value, "an object of strings")


def null_if_empty(value: Json, expected: str) -> Json:
    """Null for "".

    Raises:
        WrongTypeError: it is anything else; the text says what was ``expected``.
    """
    if value != "":
        raise WrongTypeError(expected)
    return None
