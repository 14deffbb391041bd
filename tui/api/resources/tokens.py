"""Tokens that the server issued: ``/token``."""

from tui.api.config import CONFIG_API
from tui.api.request import ApiRequest, segment
from tui.api.requester import Requester
from tui.api.resources.listing import Listing
from tui.models.token import TokenDocument

PATH = f"{CONFIG_API}/token"

MOST = 5_000
"""Tokens of one client that are read; nobody looks through more."""


def revoke_request(code: str) -> ApiRequest:
    """The request that revokes the token with this code, which is its hash.

    Raises:
        Invalid: the code cannot stand in a URL; nothing was sent.
    """
    return ApiRequest("DELETE", f"{PATH}/revoke/{segment('tokenCode', code)}")


class TokensApi:
    """The calls; each raises ``ApiError`` of whatever kind went wrong."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester
        self._listing = Listing(requester, f"{PATH}/search", TokenDocument)

    def of_client_request(self, client_id: str) -> ApiRequest:
        """The request for the first tokens of a client."""
        return self._listing.page_request(sort_by="tknCde", filters={"clientId": client_id})

    async def of_client(self, client_id: str) -> list[TokenDocument]:
        """The tokens of a client, at most ``MOST``."""
        found: list[TokenDocument] = []
        entries = self._listing.iterate(sort_by="tknCde", filters={"clientId": client_id})
        async for token in entries:
            found.append(token)
            if len(found) >= MOST:
                await entries.aclose()
                break
        return found

    async def revoke(self, code: str) -> None:
        """Revoke the token with this code."""
        await self._requester.done(revoke_request(code))
