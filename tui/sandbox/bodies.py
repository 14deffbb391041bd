"""Reading requests: media type, size, JSON."""

import json
from typing import NoReturn, cast

from starlette.requests import Request

from tui.models.json import Json, JsonObject
from tui.sandbox.errors import JSON, Failure, unreadable

LIMIT = 1024 * 1024
"""The largest body that is read, in bytes."""

_PATIENCE = 16 * LIMIT
"""How much of a body that is too long is taken in, for many clients hear an answer only after
they have sent all."""

PATCH = "application/json-patch+json"
FORM = "application/x-www-form-urlencoded"


def expect(request: Request, media_type: str) -> None:
    """Fail with 415 unless the request's body is said to be ``media_type``."""
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != media_type:
        raise Failure(415, f"Send the body as {media_type}.", "text/plain")


async def read(request: Request) -> bytes:
    """The whole body, or 413 for one longer than ``LIMIT``; what is too long is not kept."""
    kept = bytearray()
    seen = 0
    async for part in request.stream():
        seen += len(part)
        if seen <= LIMIT:
            kept += part
        elif seen > _PATIENCE:
            break
    if seen > LIMIT:
        raise Failure(413, f"A body has at most {LIMIT} bytes.", "text/plain")
    return bytes(kept)


def parse(data: bytes) -> Json:
    """The JSON in ``data``.

    Raises:
        ValueError: it is not JSON (RFC 8259), or nested too deeply.
    """
    try:
        return cast(Json, json.loads(data, parse_constant=_no_constant))
    except RecursionError as error:
        raise ValueError("The JSON is nested too deeply.") from error


async def json_object(request: Request) -> JsonObject:
    """The JSON object that the request carries; 400, 413 or 415 otherwise."""
    expect(request, JSON)
    data = await read(request)
    try:
        value = parse(data)
    except ValueError:
        raise unreadable("The body is not JSON that this server can read.") from None
    if not isinstance(value, dict):
        raise unreadable("The body has to be a JSON object.")
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON.")
