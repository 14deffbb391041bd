"""A typed view laid over raw JSON, which leaves out only what is odd in it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from tui.models.json import Json, JsonObject

M = TypeVar("M", bound=BaseModel)

_Place: TypeAlias = tuple[str | int, ...]
_Kept: TypeAlias = dict[_Place, list[int]]

_PROBLEMS = {
    "string_type": "This should be text.",
    "enum": "This should be text.",
    "string_unicode": "This name is not valid Unicode.",
    "int_type": "This should be a whole number.",
    "bool_type": "This should be true or false.",
    "list_type": "This should be a list.",
    "dict_type": "This should be an object.",
    "model_type": "This should be an object.",
    "datetime_type": "This should be a date and time.",
    "value_error": "This is not a date and time.",
    "greater_than_equal": "This number is too small.",
    "less_than_equal": "This number is too large.",
    "missing": "A member is missing in this.",
}


@dataclass(frozen=True, slots=True)
class Oddity:
    """A part of an entry that does not have the type it should have.

    ``path`` is its dotted wire path with 0-based list positions, ``redirectUris.2``;
    ``value`` is what is there, and ``problem`` a sentence.
    """

    path: str
    value: Json
    problem: str


@dataclass(frozen=True, slots=True)
class Overlay(Generic[M]):
    """The view, in which odd parts are left out, and those parts."""

    model: M
    oddities: tuple[Oddity, ...]


def lay_over(model_type: type[M], raw: JsonObject) -> Overlay[M]:
    """View ``raw`` as ``model_type``, leaving out the smallest parts that do not fit.

    Never raises, whatever is in ``raw``. The view shares the values of members that the
    model does not know with ``raw``.
    """
    odd: dict[_Place, str] = {}
    kept: _Kept = {}
    fitting: Json = raw
    while True:
        try:
            model = model_type.model_validate(fitting, by_alias=True, by_name=False)
        except ValidationError as error:
            found = _odd_parts(error, raw, odd.keys(), kept)
            if not found:
                model = model_type.model_construct()
                odd[()] = "This entry cannot be read."
                break
            odd |= found
            kept = {}
            fitting = _without(raw, (), odd.keys(), _above(odd), kept)
        else:
            break
    return Overlay(model, tuple(_report(raw, odd)))


def _odd_parts(
    error: ValidationError, raw: JsonObject, dropped: Collection[_Place], kept: _Kept
) -> dict[_Place, str]:
    """The parts of ``raw`` that an error is about, each with the problem."""
    found: dict[_Place, str] = {}
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        place, value = _find(raw, detail["loc"], dropped, kept)
        problem = _PROBLEMS.get(detail["type"], "This cannot be read.")
        if detail["type"] == "string_unicode" and isinstance(value, dict):
            found |= {(*place, name): problem for name in value if not _is_unicode(name)}
        elif place:
            found[place] = problem
    return {place: problem for place, problem in found.items() if place not in dropped}


def _find(
    raw: JsonObject, loc: Iterable[str | int], dropped: Collection[_Place], kept: _Kept
) -> tuple[_Place, Json]:
    """Where in ``raw`` an error is: as far as ``loc`` goes through parts that still count.

    The rest of ``loc`` names alternatives of a type, or a member that is missing.
    """
    place: _Place = ()
    value: Json = raw
    for part in loc:
        if isinstance(value, dict) and isinstance(part, str) and part in value:
            step: _Place = (*place, part)
            below = value[part]
        elif isinstance(value, list) and isinstance(part, int):
            index = kept[place][part] if place in kept else part
            step = (*place, index)
            below = value[index]
        else:
            break
        if step in dropped:
            break
        place, value = step, below
    return place, value


def _above(places: Iterable[_Place]) -> set[_Place]:
    return {place[:length] for place in places for length in range(len(place))}


def _without(
    value: Json, place: _Place, dropped: Collection[_Place], above: Collection[_Place], kept: _Kept
) -> Json:
    """A copy without the dropped parts; notes in ``kept`` which list items remain."""
    if place not in above:
        return value
    if isinstance(value, dict):
        return {
            name: _without(item, (*place, name), dropped, above, kept)
            for name, item in value.items()
            if (*place, name) not in dropped
        }
    if isinstance(value, list):
        kept[place] = [index for index in range(len(value)) if (*place, index) not in dropped]
        return [
            _without(value[index], (*place, index), dropped, above, kept) for index in kept[place]
        ]
    return value


def _report(raw: JsonObject, odd: dict[_Place, str]) -> Iterator[Oddity]:
    for place, problem in odd.items():
        if not any(place[:length] in odd for length in range(len(place))):
            value = _find(raw, place, (), {})[1]
            yield Oddity(".".join(str(part) for part in place), value, problem)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
