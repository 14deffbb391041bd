"""What every paged list of the Config API can do."""

import re
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import Generic, TypeVar

from tui.api.errors import Invalid
from tui.api.request import ApiRequest
from tui.api.requester import Requester
from tui.api.shapes import as_page
from tui.models.document import Document
from tui.models.json import JsonObject
from tui.models.page import Page

D = TypeVar("D", bound=Document)

_MAXIMUM = r"Maximum number of results per page is (\d{1,9})\b"


class Listing(Generic[D]):
    """Read access to the entries at one path.

    Args:
        requester: sends the requests.
        path: of the list, from the server's address on.
        make: makes an entry from its JSON.
    """

    def __init__(self, requester: Requester, path: str, make: Callable[[JsonObject], D]) -> None:
        self._requester = requester
        self._path = path
        self._make = make

    def page_request(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> ApiRequest:
        """The request of ``page``."""
        if limit < 1 or offset < 0:
            raise ValueError("limit starts at 1 (0 means no limit to some servers), offset at 0")
        query = {
            "limit": str(limit),
            "startIndex": str(offset),
            "sortBy": sort_by,
            "sortOrder": "descending" if descending else "ascending",
        }
        if found := searchable(pattern):
            query["pattern"] = found
        if filters:
            query["fieldValuePair"] = field_values(filters)
        return ApiRequest("GET", self._path, query)

    async def page(
        self,
        *,
        limit: int = 50,
        offset: int = 0,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> Page[D]:
        """One page.

        Args:
            limit: most entries on it; servers refuse more than their maximum, mostly 200.
            offset: 0-based; the server's ``startIndex`` is one, whatever it is called.
            pattern: text to be found in name, description or key; see ``searchable``.
            sort_by: column of the server's database; ``inum`` and ``displayName`` are safe,
                an unknown one makes the server fail.
            descending: turn the order round.
            filters: property of the server's class -> value that it must equal.

        Raises:
            Invalid: a filter that cannot be expressed, or a limit above the maximum.
            ApiError: of whatever kind went wrong.
        """
        request = self.page_request(
            limit=limit,
            offset=offset,
            pattern=pattern,
            sort_by=sort_by,
            descending=descending,
            filters=filters,
        )
        return await self._requester.read(
            request, lambda answer: as_page(answer, offset, limit, self._make)
        )

    async def iterate(
        self,
        *,
        page_size: int = 200,
        pattern: str = "",
        sort_by: str = "inum",
        descending: bool = False,
        filters: Mapping[str, str] | None = None,
    ) -> AsyncGenerator[D]:
        """All entries, page by page; each ``inum`` once, though rows move between pages.

        It ends at the total, at an empty page, and at a page that brings nothing new. Where
        the server takes only smaller pages, it goes on with those.
        """
        offset = 0
        seen: set[str] = set()
        while True:
            try:
                page = await self.page(
                    limit=page_size,
                    offset=offset,
                    pattern=pattern,
                    sort_by=sort_by,
                    descending=descending,
                    filters=filters,
                )
            except Invalid as refusal:
                maximum = re.search(_MAXIMUM, refusal.server_words)
                if maximum is None or not 0 < int(maximum.group(1)) < page_size:
                    raise
                page_size = int(maximum.group(1))
                continue
            new = [entry for entry in page.entries if not entry.inum or entry.inum not in seen]
            for entry in new:
                yield entry
            seen |= {entry.inum for entry in new}
            offset += len(page.entries)
            if not any(entry.inum for entry in new) or offset >= page.total:
                return

    async def all(self, *, page_size: int = 200) -> list[D]:
        """All entries, in the order of their ``inum``."""
        return [entry async for entry in self.iterate(page_size=page_size)]


def searchable(pattern: str) -> str:
    """The part of ``pattern`` that the server can search for.

    The server splits at commas, finds what matches any part, and knows no escape. Of
    "Acme, Inc" it would so find every "Inc"; sent is the longest part alone, "Acme". What
    is found holds all that was meant, and maybe more.
    """
    return max((part.strip() for part in pattern.split(",")), key=len)


def field_values(filters: Mapping[str, str]) -> str:
    """``filters`` as a ``fieldValuePair``.

    Raises:
        Invalid: a name or value with "," or "=", for which the server has no escape.
    """
    for name, value in filters.items():
        if {",", "="} & {*name, *value}:
            raise Invalid(
                f"The server cannot filter {name} by “{value}”: commas and equals signs cannot "
                "be expressed. Nothing was sent. Search for a part of it instead.",
                members=(name,),
            )
    return ",".join(f"{name}={value}" for name, value in filters.items())
