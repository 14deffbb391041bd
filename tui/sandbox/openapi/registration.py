"""The operations of dynamic client registration and of software statement assertions."""

from __future__ import annotations

from collections.abc import Mapping

from tui.models.json import Json, JsonObject
from tui.sandbox.errors import JSON
from tui.sandbox.openapi.words import Answer, Operation, text
from tui.sandbox.urls import AUTH, CONFIG_API

_TEXT = {"text/plain": ""}
_ERROR = {JSON: "OAuthError"}
_REFUSED = Answer("The request is refused.", _ERROR)
_NO_TOKEN = Answer("The token is missing, or may not do this.", _ERROR)
_OFF = Answer("The server does not do that.", _ERROR)
_BODY = {
    413: Answer("The body is longer than 1 MiB.", _TEXT),
    415: Answer("The body is of another media type.", _TEXT),
}
_TOKEN: tuple[JsonObject, ...] = ({"bearer": []},)
_NAMED = {"jti": text(), "org_id": text()}
_REVOKED = {
    200: Answer("They are revoked."),
    406: Answer("Neither jti nor org_id was given."),
    422: Answer("None of them is active."),
}

_TYPES: dict[str, JsonObject] = {
    "text": {"type": "string"},
    "number": {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1},
    "flag": {"type": "boolean"},
}


def operations() -> dict[tuple[str, str], Operation]:
    """By method and path."""
    register, ssa = f"{AUTH}/register", f"{AUTH}/ssa"
    client = {"client_id": text()}
    shown = Answer("The client.", {JSON: "RegisteredClient"})
    one_ssa = Answer("The statement.", {JSON: "SignedSsa"})
    metadata = {JSON: "ClientMetadata"}
    known = {400: _REFUSED, 401: _NO_TOKEN, 403: _OFF}
    return {
        ("POST", register): Operation({201: shown} | known | _BODY, metadata, {}, ({},)),
        ("GET", register): Operation({200: shown} | known, {}, client, _TOKEN),
        ("PUT", register): Operation({200: shown} | known | _BODY, metadata, client, _TOKEN),
        ("DELETE", register): Operation(
            {204: Answer("It is deleted.")} | known, {}, client, _TOKEN
        ),
        ("POST", ssa): Operation(
            {201: one_ssa, 400: Answer("It is refused.", _ERROR | _TEXT), 401: _NO_TOKEN} | _BODY,
            {JSON: "NewSsa"},
            {},
            _TOKEN,
        ),
        ("GET", ssa): Operation(
            {200: Answer("Statements.", {JSON: "Ssas"}), 401: _NO_TOKEN}, {}, _NAMED, _TOKEN
        ),
        ("DELETE", ssa): Operation(_REVOKED | {401: _NO_TOKEN}, {}, _NAMED, _TOKEN),
        ("GET", f"{ssa}/jwt"): Operation(
            {200: one_ssa, 400: _REFUSED, 401: _NO_TOKEN}, {}, {"jti": text()}, _TOKEN
        ),
        ("POST", f"{ssa}/validation"): Operation(
            {200: Answer("It is active."), 422: Answer("It is not.")}, security=({},)
        ),
        ("DELETE", f"{CONFIG_API}/jans-auth-server/ssa"): Operation(
            _REVOKED | {401: Answer("No token that may do this.")}, {}, _NAMED
        ),
    }


def schemas() -> JsonObject:
    """The schemas by name, made from the table of members. It imports pydantic."""
    from tui.sandbox.registration.table import DATES, NOT_STORED, SINGLE, SPACED, by_name

    written: JsonObject = {}
    for name, member in by_name().items():
        one = _TYPES.get(member.kind, {"type": "string"})
        listed = member.is_list and name not in SPACED and name != SINGLE
        written[name] = {"type": "array", "items": one} if listed else one
    written |= {"jwks": {"type": "object"}, **{name: {"type": "integer"} for name in DATES}}
    sent = {name: schema for name, schema in written.items() if name not in NOT_STORED}
    answered = ("client_id", "registration_access_token", "registration_client_uri")
    return {
        "ClientMetadata": _object(sent),
        "RegisteredClient": _object(written, answered),
        "NewSsa": _object(
            {
                "org_id": {"type": ["integer", "string"]},
                "software_id": {"type": "string"},
                "lifetime": {"type": "integer", "minimum": 1},
                "one_time_use": {"type": "boolean"},
            },
            ("org_id",),
        ),
        "SignedSsa": _object({"ssa": {"type": "string"}}, ("ssa",)),
        "Ssas": {
            "type": "array",
            "items": _object({"status": {"type": "string"}}, ("ssa", "iss", "status")),
        },
    }


def _object(properties: Mapping[str, Json], required: tuple[str, ...] = ()) -> JsonObject:
    return {"type": "object", "properties": dict(properties), "required": [*required]}
