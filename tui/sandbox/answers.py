"""JSON answers that hold secrets."""

import json
from collections.abc import Sequence

from starlette.responses import Response

from tui.models.json import JsonObject
from tui.sandbox.errors import JSON
from tui.sandbox.oauth_errors import NO_STORE


def not_to_be_stored(body: JsonObject | Sequence[JsonObject], status: int = 200) -> Response:
    """``body`` as an answer that nobody caches; ASCII, so that any text in it can be sent."""
    return Response(json.dumps(body), status, NO_STORE, JSON)
