"""What the server supports (OpenID Connect Discovery 1.0 section 4); needs no token."""

from tui.api.request import ApiRequest
from tui.api.requester import Requester
from tui.api.shapes import WrongShapeError, as_object
from tui.models.json import Json, JsonObject

DISCOVERY = ApiRequest("GET", "/.well-known/openid-configuration", authenticated=False)


async def discovery(requester: Requester) -> JsonObject:
    """The server's metadata as it came.

    Raises:
        NotConfigApi: it is no OpenID provider's.
        ApiError: of whatever kind went wrong.
    """
    return await requester.read(DISCOVERY, _metadata)


def _metadata(answer: Json) -> JsonObject:
    metadata = as_object(answer)
    if not isinstance(metadata.get("issuer"), str):
        raise WrongShapeError("metadata that names no issuer")
    return metadata
