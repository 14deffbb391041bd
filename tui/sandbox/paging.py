"""Lists: query parameters in, a paged result out."""

import json
from collections.abc import AsyncIterator, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from tui.sandbox.errors import JSON, bad_request, unreadable
from tui.sandbox.listing import Listing
from tui.sandbox.sandbox import Sandbox
from tui.sandbox.store import Row, Store
from tui.sandbox.tables import Table

_CHUNK = 500
"""How many entries are read and sent at once."""

Show = Callable[[Store, Row], str]
"""The JSON text of one entry."""


def as_stored(_store: Store, row: Row) -> str:
    """An entry as it is in the store."""
    return row.body


def listing(request: Request, max_count: int, fixed: tuple[str, str] | None = None) -> Listing:
    """The list that the query parameters ask for.

    ``fixed`` is a property and value that hold where the request has no ``fieldValuePair``.
    A negative ``limit`` is 0, and 0 means no limit.

    Raises:
        Failure: 400 for what is no number, or a ``limit`` over ``max_count``.
    """
    given = request.query_params
    limit = integer(request, "limit", 50)
    if limit > max_count:
        raise bad_request(f"Maximum number of results per page is {max_count}")
    pairs = tuple(_pairs(given.get("fieldValuePair", "")))
    return Listing(
        start=integer(request, "startIndex", 0),
        limit=max(0, limit),
        pattern=given.get("pattern", "").strip(),
        sort_by=given.get("sortBy", "") or "inum",
        descending=given.get("sortOrder") == "descending",
        equal=pairs or ((fixed,) if fixed else ()),
    )


def integer(request: Request, name: str, default: int) -> int:
    """A query parameter that is a Java ``int``; 400 if it is not."""
    text = request.query_params.get(name, "")
    if not text:
        return default
    try:
        value = int(text) if len(text) <= 11 else None
    except ValueError:
        value = None
    if value is None or not -(2**31) <= value < 2**31:
        raise unreadable(f"The parameter {name} has to be a whole number of 32 bits.")
    return value


def boolean(request: Request, name: str) -> bool:
    """A query parameter that is "true" in any case; false otherwise."""
    return request.query_params.get(name, "").lower() == "true"


async def page(sandbox: Sandbox, table: Table, wanted: Listing, show: Show = as_stored) -> Response:
    """A ``PagedResult``; ``entries`` is left out when there are none.

    A long list is sent in pieces, so that it is never in memory as a whole.
    """

    def first(store: Store) -> tuple[str, Sequence[int], list[str]]:
        with store.reading():
            found = store.find(table, wanted)
            texts = [show(store, row) for row in store.rows(table, found.ids[:_CHUNK])]
        head = {
            "start": wanted.start,
            "totalEntriesCount": found.total,
            "entriesCount": len(found.ids),
        }
        return json.dumps(head)[:-1], found.ids[_CHUNK:], texts

    head, rest, texts = await sandbox.run(first)
    if not texts:
        return Response(head + "}", media_type=JSON)
    opening = f'{head}, "entries": ['
    if not rest:
        return Response(opening + ",\n".join(texts) + "]}", media_type=JSON)
    return StreamingResponse(_pieces(sandbox, table, opening, texts, rest, show), media_type=JSON)


async def _pieces(
    sandbox: Sandbox, table: Table, opening: str, texts: list[str], rest: Sequence[int], show: Show
) -> AsyncIterator[str]:
    yield opening + ",\n".join(texts)
    for start in range(0, len(rest), _CHUNK):
        batch = rest[start : start + _CHUNK]

        def more(store: Store, batch: Sequence[int] = batch) -> list[str]:
            return [show(store, row) for row in store.rows(table, batch)]

        yield "".join(",\n" + text for text in await sandbox.run(more))
    yield "]}"


def with_members(body: str, members: dict[str, str]) -> str:
    """The JSON text of a non-empty object with more members, given as JSON texts."""
    added = "".join(f",{json.dumps(name)}:{value}" for name, value in members.items())
    return body[:-1] + added + "}"


def _pairs(text: str) -> list[tuple[str, str]]:
    """``name=value,name=value``; what has no ``=`` is passed over."""
    parts = (pair.partition("=") for pair in text.split(","))
    return [(name.strip(), value.strip()) for name, sign, value in parts if sign]
