"""The operations of the authorization server, and the description itself."""

from __future__ import annotations

from tui.models.json import JsonObject
from tui.sandbox.bodies import FORM
from tui.sandbox.device import PAGE
from tui.sandbox.errors import JSON
from tui.sandbox.openapi.words import Answer, Contents, Operation, text
from tui.sandbox.urls import AUTH

PATH = "/openapi.json"

_CLIENT: tuple[JsonObject, ...] = ({"client": []}, {})
"""Credentials in the header; or in the body, which OpenAPI has no word for."""

_ERROR = {JSON: "OAuthError"}
_HTML = {"text/html": ""}


def _form(answer: Answer, body: str, security: tuple[JsonObject, ...] = _CLIENT) -> Operation:
    """A form in, JSON out (RFC 6749 section 3.2)."""
    return Operation(
        {
            200: answer,
            400: Answer("It is refused.", _ERROR),
            401: Answer("The client is not known, or did not prove who it is.", _ERROR),
            403: Answer("The client is disabled.", _ERROR),
            413: Answer("The form is longer than 1 MiB.", {"text/plain": ""}),
            415: Answer("The body is no form.", {"text/plain": ""}),
        },
        body={FORM: body},
        security=security,
    )


def _userinfo(body: Contents) -> Operation:
    answers = {
        200: Answer("The user.", {"application/jwt": "", JSON: "Userinfo"}),
        401: Answer("The access token is not good.", _ERROR),
        403: Answer("The access token is not of a user.", _ERROR),
    }
    if body:
        answers |= {
            400: Answer("The form cannot be read.", _ERROR),
            413: Answer("The form is longer than 1 MiB.", {"text/plain": ""}),
            415: Answer("The body is no form.", {"text/plain": ""}),
        }
    return Operation(answers, body=body, security=({"token": []},))


def _public(words: str, schema: str) -> Operation:
    return Operation({200: Answer(words, {JSON: schema})})


def operations() -> dict[tuple[str, str], Operation]:
    """By method and path."""
    metadata = _public("Metadata (RFC 8414).", "Metadata")
    return {
        ("POST", f"{AUTH}/token"): _form(Answer("A token.", {JSON: "Token"}), "TokenRequest"),
        ("POST", f"{AUTH}/revoke"): _form(Answer("It is not valid any more."), "RevocationRequest"),
        ("POST", f"{AUTH}/introspection"): _form(
            Answer("Whether it is active, and what it may do.", {JSON: "Introspection"}),
            "IntrospectionRequest",
        ),
        ("POST", f"{AUTH}/device_authorization"): _form(
            Answer("The codes.", {JSON: "DeviceAuthorization"}), "DeviceAuthorizationRequest"
        ),
        ("GET", f"{AUTH}/userinfo"): _userinfo({}),
        ("POST", f"{AUTH}/userinfo"): _userinfo({FORM: "UserinfoRequest"}),
        ("GET", PAGE): Operation(
            {200: Answer("The page.", _HTML), 404: Answer("The code is not good.", _HTML)},
            query={"user_code": text()},
        ),
        ("POST", PAGE): Operation(
            {
                200: Answer("It is done.", _HTML),
                400: Answer("It is refused.", _HTML | _ERROR),
                403: Answer("The form is from another site.", _HTML),
                404: Answer("The code is not good.", _HTML),
                413: Answer("The form is longer than 1 MiB.", {"text/plain": ""}),
                415: Answer("The body is no form.", {"text/plain": ""}),
            },
            body={FORM: "Decision"},
        ),
        ("GET", f"{AUTH}/jwks"): _public("Public keys (RFC 7517).", "Keys"),
        ("GET", "/.well-known/openid-configuration"): metadata,
        ("GET", "/jans-auth/.well-known/openid-configuration"): metadata,
        ("GET", PATH): _public("This description.", "Description"),
    }
