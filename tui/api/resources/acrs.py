"""The default authentication method, ``/acrs``."""

from tui.api.config import CONFIG_API
from tui.api.request import ApiRequest
from tui.api.requester import Requester
from tui.api.shapes import as_object


class AcrsApi:
    """Authentication context class references. The list of all is in discovery."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester

    async def default(self) -> str:
        """The ACR that holds where a client names none; "" if the server does not say.

        Raises:
            ApiError: of whatever kind went wrong.
        """
        answer = await self._requester.read(ApiRequest("GET", f"{CONFIG_API}/acrs"), as_object)
        name = answer.get("defaultAcr")
        return name if isinstance(name, str) else ""
