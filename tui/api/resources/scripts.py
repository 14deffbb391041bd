"""Custom scripts, ``/config/scripts``, to which clients refer by DN."""

from tui.api.config import CONFIG_API
from tui.api.requester import Requester
from tui.api.resources.listing import Listing
from tui.models.document import ScriptDocument

_PAGE_SIZE = 50
"""Scripts come with their source, so pages are kept short."""


class ScriptsApi:
    """The server's custom scripts, read-only."""

    def __init__(self, requester: Requester) -> None:
        self._listing = Listing(requester, f"{CONFIG_API}/config/scripts", ScriptDocument)

    async def all(self, *, enabled_only: bool = True) -> list[ScriptDocument]:
        """All scripts, or those that are enabled (servers may ignore the filter).

        Raises:
            ApiError: of whatever kind went wrong.
        """
        filters = {"enabled": "true"} if enabled_only else None
        found = self._listing.iterate(page_size=_PAGE_SIZE, filters=filters)
        return [
            script
            async for script in found
            if not enabled_only or script.get("enabled") is not False
        ]
