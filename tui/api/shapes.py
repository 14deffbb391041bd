"""Reading answers whose shape servers vary."""

from collections.abc import Callable
from typing import TypeVar

from tui.models.document import Document
from tui.models.json import Json, JsonObject
from tui.models.page import Page

D = TypeVar("D", bound=Document)


class WrongShapeError(Exception):
    """JSON of another shape than was due; the text says what came instead."""


def as_object(answer: Json) -> JsonObject:
    """``answer`` itself.

    Raises:
        WrongShapeError: it is no JSON object.
    """
    if not isinstance(answer, dict):
        raise WrongShapeError("nothing" if answer is None else "something that is no JSON object")
    return answer


def as_entry(answer: Json, inum: str = "") -> JsonObject:
    """The entry called ``inum``; of another name where that is not known before.

    Raises:
        WrongShapeError: it is no entry, or another one.
    """
    entry = as_object(answer)
    found = entry.get("inum")
    if not isinstance(found, str) or not found:
        raise WrongShapeError("something that is no entry")
    # Databases may compare keys without regard to case.
    if inum and found.casefold() != inum.casefold():
        raise WrongShapeError("another entry than was asked for")
    return entry


def as_objects(answer: Json) -> list[JsonObject]:
    """The objects of a list, or one object alone.

    Raises:
        WrongShapeError: it is something else.
    """
    if isinstance(answer, dict):
        return [answer]
    if not isinstance(answer, list):
        raise WrongShapeError("something that is no list")
    return [as_object(item) for item in answer]


def as_page(answer: Json, start: int, limit: int, make: Callable[[JsonObject], D]) -> Page[D]:
    """The page in a paged answer of the Config API.

    ``entries`` may be missing when there are none. A total that is missing or odd is made up:
    the end of this page, and one more if the page is full, for then there may be more.

    Args:
        answer: the parsed body.
        start: 0-based offset that was asked for.
        limit: most entries that were asked for.
        make: makes an entry from its JSON.

    Raises:
        WrongShapeError: it is no page.
    """
    body = as_object(answer)
    if "entries" not in body and "totalEntriesCount" not in body and "entriesCount" not in body:
        raise WrongShapeError("something that is no list of entries")
    rows = body.get("entries")
    if rows is not None and not isinstance(rows, list):
        raise WrongShapeError("entries that are no list")
    entries = [make(as_object(row)) for row in rows or []]
    end = start + len(entries)
    total = _count(body.get("totalEntriesCount"))
    if rows is None and total is not None and total > start:
        raise WrongShapeError("a list without the entries that it counts")
    if total is None:
        total = end + 1 if len(entries) >= limit else end
    return Page(start, max(total, end) if entries else total, entries)


def _count(value: Json) -> int | None:
    """A number of entries, also written as text or with a fraction of zero."""
    if isinstance(value, str):
        digits = value.strip()
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value < 2**63 else None
