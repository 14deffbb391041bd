"""User claims, ``/attributes``, to which clients and scopes refer by DN."""

from tui.api.config import CONFIG_API
from tui.api.requester import Requester
from tui.api.resources.listing import Listing
from tui.models.document import ClaimDocument


class ClaimsApi:
    """The server's claims (there called attributes), read-only."""

    def __init__(self, requester: Requester) -> None:
        self._listing = Listing(requester, f"{CONFIG_API}/attributes", ClaimDocument)

    async def all(self) -> list[ClaimDocument]:
        """All claims: ``dn``, ``name``, ``claimName``, ``displayName`` and more.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        return await self._listing.all()
