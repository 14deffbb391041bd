"""The operations of the authorization server, and the description itself."""

from __future__ import annotations

from tui.models.json import JsonObject
from tui.sandbox.bodies import FORM
from tui.sandbox.errors import JSON
from tui.sandbox.openapi.words import Answer, Operation
from tui.sandbox.urls import AUTH

PATH = "/openapi.json"

_CLIENT: tuple[JsonObject, ...] = ({"client": []}, {})
"""Credentials in the header; or in the body, which OpenAPI has no word for."""

_ERROR = {JSON: "OAuthError"}


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


def _public(words: str, schema: str) -> Operation:
    return Operation({200: Answer(words, {JSON: schema})})


def operations() -> dict[tuple[str, str], Operation]:
    """By method and path."""
    metadata = _public("Metadata (RFC 8414).", "Metadata")
    return {
        ("POST", f"{AUTH}/token"): _form(Answer("A token.", {JSON: "Token"}), "TokenRequest"),
        ("POST", f"{AUTH}/revoke"): _form(Answer("It is not valid any more."), "RevocationRequest"),
        ("GET", f"{AUTH}/jwks"): _public("Public keys (RFC 7517).", "Keys"),
        ("GET", "/.well-known/openid-configuration"): metadata,
        ("GET", "/jans-auth/.well-known/openid-configuration"): metadata,
        ("GET", PATH): _public("This description.", "Description"),
    }
