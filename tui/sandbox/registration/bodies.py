"""Registration requests as they come in: JSON, or a JWT that says the same."""

from starlette.requests import Request

from tui.models.json import JsonObject
from tui.sandbox.bodies import expect, parse, read
from tui.sandbox.errors import JSON
from tui.sandbox.jwts import NotGenuineError, checked, peek
from tui.sandbox.registration.errors import invalid_metadata
from tui.sandbox.sandbox import Sandbox

JWT = "application/jwt"


async def request_metadata(request: Request, sandbox: Sandbox) -> JsonObject:
    """The members that a request brings, unread.

    Raises:
        Failure: 413, 415. OAuthFailure: 400, it cannot be read, or its signature is wrong.
    """
    data = await read(request)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == JWT:
        return _signed(data, sandbox)
    expect(request, JSON)
    try:
        value = parse(data)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise invalid_metadata("The body has to be a JSON object.")
    return value


def _signed(data: bytes, sandbox: Sandbox) -> JsonObject:
    """The claims of a signed request, whose keys are in the statement in it, or in itself.

    With keys of its own a request only proves that whoever made it has them.
    """
    if not sandbox.settings.registration.signed_requests:
        raise invalid_metadata("This server takes no signed requests: send the members as JSON.")
    text = data.decode("ascii", "replace").strip()
    try:
        claims = peek(text)
        statement = claims.get("software_statement")
        holder = peek(statement) if isinstance(statement, str) else {}
        key_set = holder.get("jwks") or claims.get("jwks")
        keys = key_set.get("keys") if isinstance(key_set, dict) else None
        if not isinstance(keys, list):
            raise NotGenuineError("It has no jwks to check its signature with.")
        return checked(text, keys, sandbox.now)
    except NotGenuineError as error:
        raise invalid_metadata(f"The signed request is refused. {error}") from error
