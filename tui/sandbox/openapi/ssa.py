"""Software statement assertions: their operations and schemas."""

from __future__ import annotations

from tui.models.json import Json, JsonObject
from tui.sandbox.errors import JSON
from tui.sandbox.openapi.registration import NO_STORE, TOKEN
from tui.sandbox.openapi.words import Answer, Operation, object_of, seconds, text
from tui.sandbox.ssa.access import ADMIN, DEVELOPER, PORTAL
from tui.sandbox.urls import AUTH, CONFIG_API

_ERROR = {JSON: "SsaError"}
_REFUSED = Answer("A member is refused.", _ERROR | {"text/plain": ""})
_NO_TOKEN = Answer(
    "The token is missing, or lacks the scope.", _ERROR, {"WWW-Authenticate": "For a bad token."}
)
_NAMED = {"jti": text(), "org_id": text()}
_ADMIN = f"The token needs the scope {ADMIN}."
_REVOKED = {
    200: Answer("They are revoked."),
    406: Answer("Neither jti nor org_id was given."),
    422: Answer("None of them is active."),
}
_FOR_CLIENTS: JsonObject = {
    "software_id": {"type": "string", "description": "A UUID is made if it is missing."},
    "description": text(),
    "software_roles": {"type": "array", "items": text()},
    "grant_types": {"type": "array", "items": text()},
    "one_time_use": {"type": "boolean", "default": True},
    "rotate_ssa": {"type": "boolean", "default": True},
    "lifetime": {
        "type": "integer",
        "minimum": 1,
        "maximum": 2**31 - 1,
        "description": "Seconds that a client lives which registers with it.",
    },
}
_ORGANIZATION: JsonObject = {"type": ["integer", "string"]}


def operations() -> dict[tuple[str, str], Operation]:
    """By method and path."""
    path = f"{AUTH}/ssa"
    one = Answer("The statement.", {JSON: "SignedSsa"}, NO_STORE)
    listed = Answer("Statements.", {JSON: "Ssas"}, NO_STORE)
    who = f"{_ADMIN[:-1]}, {PORTAL}, or {DEVELOPER}, which shows those that the client made."
    body = {
        413: Answer("The body is longer than 1 MiB.", {"text/plain": ""}),
        415: Answer("The body is of another media type.", {"text/plain": ""}),
    }
    return {
        ("POST", path): Operation(
            {201: one, 400: _REFUSED, 401: _NO_TOKEN} | body,
            {JSON: "NewSsa"},
            {},
            TOKEN,
            more=_ADMIN,
        ),
        ("GET", path): Operation({200: listed, 401: _NO_TOKEN}, {}, _NAMED, TOKEN, more=who),
        ("DELETE", path): Operation(_REVOKED | {401: _NO_TOKEN}, {}, _NAMED, TOKEN, more=_ADMIN),
        ("GET", f"{path}/jwt"): Operation(
            {200: one, 400: Answer("There is no active one.", _ERROR), 401: _NO_TOKEN},
            {},
            {"jti": text()},
            TOKEN,
            needed=("jti",),
            more=_ADMIN,
        ),
        ("POST", f"{path}/validation"): Operation(
            {200: Answer("It is active."), 422: Answer("It is not.")},
            security=({},),
            headers={"jti": text("^[!-~]+$")},
        ),
        ("DELETE", f"{CONFIG_API}/jans-auth-server/ssa"): Operation(
            _REVOKED | {401: Answer("No token that may do this.")}, {}, _NAMED
        ),
    }


def schemas() -> JsonObject:
    """The schemas by name."""
    claims = object_of(
        {"iss": text(), "jti": text(), "iat": seconds(), "exp": seconds(), "org_id": _ORGANIZATION}
        | _FOR_CLIENTS,
        ("iss", "jti", "iat", "exp", "org_id", "software_id"),
        "The claims of its JWT.",
    )
    listed: Json = object_of(
        {
            "ssa": claims,
            "iss": {"type": "string", "description": "The client that made it."},
            "created_at": seconds(),
            "expiration": {"type": "integer"},
            "status": text(choices=("ACTIVE", "USED", "EXPIRED", "REVOKED")),
        },
        ("ssa", "iss", "created_at", "expiration", "status"),
    )
    errors = ("invalid_ssa_metadata", "invalid_jti", "invalid_token", "unauthorized_client")
    return {
        "NewSsa": object_of(
            {"org_id": _ORGANIZATION, "expiration": seconds()} | _FOR_CLIENTS,
            ("org_id",),
            "Further members become claims of the statement.",
        ),
        "SignedSsa": object_of({"ssa": {"type": "string", "description": "A JWT."}}, ("ssa",)),
        "Ssas": {"type": "array", "items": listed},
        "SsaError": object_of(
            {"error": text(choices=errors), "error_description": text()}, ("error",)
        ),
    }
