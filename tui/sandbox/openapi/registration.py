"""The operations of dynamic client registration (RFC 7591, RFC 7592)."""

from __future__ import annotations

from tui.models.json import JsonObject
from tui.sandbox.errors import JSON
from tui.sandbox.openapi.words import Answer, Operation, text
from tui.sandbox.registration.bodies import JWT
from tui.sandbox.urls import AUTH

NO_STORE = {"Cache-Control": "no-store: the answer holds secrets."}
TOKEN: tuple[JsonObject, ...] = ({"bearer": []},)

_TEXT = {"text/plain": ""}
_ERROR = {JSON: "RegistrationError"}
_BODY = {
    413: Answer("The body is longer than 1 MiB.", _TEXT),
    415: Answer("The body is of another media type.", _TEXT),
}
_KNOWN = {
    400: Answer("A member, or the whole request, is refused: error says for what.", _ERROR),
    401: Answer(
        "The token is not good for this.", _ERROR, {"WWW-Authenticate": "Bearer, and the error."}
    ),
    403: Answer("The server does not do that, or not for registered clients.", _ERROR),
}
_METADATA = {JSON: "ClientMetadata", JWT: ""}

_CREATE = (
    "Anybody may register a client. Where the server was started with --initial-token, that "
    "token has to come as a bearer token. As application/jwt the members are claims of a signed "
    "JWT, which a server takes that was started with --signed-requests."
)
_UPDATE = (
    "What is left out stays, apart from token_endpoint_auth_method, application_type and all "
    "booleans, which fall back to their defaults: so does a Jans server. One that was started "
    "with --replace-on-update deletes what is left out, as RFC 7592 has it."
)
_ROTATION = (
    "Where the server was started with --rotate-registration-tokens, the answer has a new "
    "registration_access_token, and the old one is of no use any more."
)


def operations() -> dict[tuple[str, str], Operation]:
    """By method and path."""
    path = f"{AUTH}/register"
    client = {"client_id": text()}
    shown = Answer("The client, with its secret and token.", {JSON: "RegisteredClient"}, NO_STORE)
    return {
        ("POST", path): Operation(
            {201: shown} | _KNOWN | _BODY, _METADATA, {}, ({}, *TOKEN), more=_CREATE
        ),
        ("GET", path): Operation(
            {200: shown} | _KNOWN, {}, client, TOKEN, needed=("client_id",), more=_ROTATION
        ),
        ("PUT", path): Operation(
            {200: shown} | _KNOWN | _BODY,
            _METADATA,
            client,
            TOKEN,
            needed=("client_id",),
            more=f"{_UPDATE} {_ROTATION}",
        ),
        ("DELETE", path): Operation(
            {204: Answer("It is deleted.")} | _KNOWN, {}, client, TOKEN, needed=("client_id",)
        ),
    }
