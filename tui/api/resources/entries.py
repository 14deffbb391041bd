"""What every list of the Config API can do whose entries can be changed."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, cast

from tui.api.request import JSON_PATCH, ApiRequest, segment
from tui.api.resources.listing import D, Listing
from tui.api.shapes import as_entry
from tui.models.json import Json, JsonObject

Operation: TypeAlias = Mapping[str, object]
"""A JSON Patch operation, whose values are JSON: a plain object or a typed dictionary."""


class Entries(Listing[D]):
    """Create, read, update and delete at one path.

    Each call has a twin that ends in ``_request`` and makes its request without sending it.
    An ``inum`` that cannot stand in a URL raises ``Invalid`` before anything is sent.
    """

    def get_request(self, inum: str) -> ApiRequest:
        """The request of ``get``."""
        return ApiRequest("GET", self._entry(inum))

    async def get(self, inum: str) -> D:
        """The entry called ``inum``.

        Raises:
            NotFound: there is none.
            ApiError: of whatever kind went wrong.
        """
        return await self._document(self.get_request(inum), inum)

    def create_request(self, raw: JsonObject) -> ApiRequest:
        """The request of ``create``."""
        return ApiRequest("POST", self._path, json=raw)

    async def create(self, raw: JsonObject) -> D:
        """Create an entry from ``raw``; return what the server made of it.

        Raises:
            Invalid: a member is missing, or names a scope or claim that does not exist.
            ApiError: of whatever kind went wrong.
        """
        return await self._document(self.create_request(raw))

    def patch_request(self, inum: str, operations: Sequence[Operation]) -> ApiRequest:
        """The request of ``patch``."""
        body: list[Json] = [cast(JsonObject, dict(operation)) for operation in operations]
        return ApiRequest("PATCH", self._entry(inum), json=body, media_type=JSON_PATCH)

    async def patch(self, inum: str, operations: Sequence[Operation]) -> D:
        """Apply JSON Patch ``operations`` (RFC 6902) to an entry; return it as it then is.

        A patch that does not apply makes the server fail (500); ``add`` replaces, too, and
        works on members that the entry does not have.

        Raises:
            NotFound: there is no such entry.
            ApiError: of whatever kind went wrong.
        """
        return await self._document(self.patch_request(inum, operations), inum)

    def replace_request(self, raw: JsonObject) -> ApiRequest:
        """The request of ``replace``."""
        return ApiRequest("PUT", self._path, json=raw)

    async def replace(self, raw: JsonObject) -> D:
        """Replace the whole entry that ``raw`` names by its ``inum``.

        What ``raw`` leaves out is deleted: the server merges nothing.

        Raises:
            NotFound: there is no such entry.
            Invalid: a required member is missing.
            ApiError: of whatever kind went wrong.
        """
        return await self._document(self.replace_request(raw))

    def delete_request(self, inum: str) -> ApiRequest:
        """The request of ``delete``."""
        return ApiRequest("DELETE", self._entry(inum))

    async def delete(self, inum: str) -> None:
        """Delete an entry.

        Raises:
            NotFound: there is no such entry.
            NotConfigApi: the server did not say that it is deleted.
            ApiError: of whatever kind went wrong.
        """
        await self._requester.done(self.delete_request(inum))

    def _entry(self, inum: str) -> str:
        return f"{self._path}/{segment('inum', inum)}"

    async def _document(self, request: ApiRequest, inum: str = "") -> D:
        entry = await self._requester.read(request, lambda answer: as_entry(answer, inum))
        return self._make(entry)
