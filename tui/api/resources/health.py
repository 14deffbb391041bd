"""The state of the Config API itself, ``/health``; needs no token."""

from tui.api.config import CONFIG_API
from tui.api.request import ApiRequest
from tui.api.requester import Requester
from tui.api.shapes import as_objects
from tui.models.json import JsonObject

HEALTH = ApiRequest("GET", f"{CONFIG_API}/health", authenticated=False)


async def health(requester: Requester) -> list[JsonObject]:
    """The checks: ``name``, ``status`` ("UP", "DOWN"), maybe ``error``.

    Raises:
        ApiError: of whatever kind went wrong.
    """
    return await requester.read(HEALTH, as_objects)
