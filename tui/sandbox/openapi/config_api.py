"""The operations of the Config API."""

from __future__ import annotations

import re

from tui.models.json import JsonObject
from tui.sandbox.bodies import PATCH
from tui.sandbox.errors import JSON
from tui.sandbox.openapi.words import Answer, Operation, text, whole
from tui.sandbox.tables import ATTRIBUTES, CLIENTS, SCOPES, SCRIPTS, Table
from tui.sandbox.urls import CONFIG_API

_LONGEST_PAGE = 200
_TEXT = {"text/plain": ""}
_FAILED = Answer("It failed; nothing was changed.", {JSON: "ApiError"})
_UNREADABLE = Answer("The request cannot be read.", _TEXT)
_BAD = Answer("It is refused.", {JSON: "ApiError", **_TEXT})
_NO_TOKEN = Answer("No token that may do this: plain text, whatever the Content-Type says.")
_NOT_FOUND = Answer("There is no such entry.", {JSON: "ApiError", "text/html": ""})
_TOO_LONG = Answer("The body is longer than 1 MiB.", _TEXT)
_WRONG_TYPE = Answer("The body is of another media type.", _TEXT)
_GONE = Answer("It is deleted.")

_FLAG = r"(true|false)"
_NUMBER = r"-?[0-9]{1,9}"
_MONTH = r"^20[0-9]{2}(0[1-9]|1[0-2])$"
_ANY = r"[A-Za-z0-9 ._:-]*"


def _pairs(table: Table) -> str:
    """A pattern for what ``fieldValuePair`` takes."""
    kinds = {"flag": _FLAG, "number": _NUMBER, "text": _ANY}
    one = "|".join(
        f"{re.escape(name)}={kinds[column.kind]}" for name, column in table.by_property.items()
    )
    return f"^(({one})(,({one}))*)?$"


def _paging() -> dict[str, JsonObject]:
    return {
        "limit": whole(-(2**31), _LONGEST_PAGE),
        "startIndex": whole(0, 2**31 - 1),
        "pattern": text(),
    }


def _list_query(table: Table) -> dict[str, JsonObject]:
    return _paging() | {
        "sortBy": text(choices=tuple(table.by_name)),
        "sortOrder": text(choices=("ascending", "descending")),
        "fieldValuePair": text(pattern=_pairs(table)),
    }


def _listed(table: Table, page: str, **more: JsonObject) -> Operation:
    return Operation(
        {200: Answer("A page.", {JSON: page}), 400: _BAD, 401: _NO_TOKEN, 500: _FAILED},
        query=_list_query(table) | more,
    )


def _read(answer: str, **query: JsonObject) -> Operation:
    return Operation(
        {
            200: Answer("The entry.", {JSON: answer}),
            401: _NO_TOKEN,
            404: _NOT_FOUND,
            500: _FAILED,
        },
        query=query,
    )


def _written(status: int, answer: str, body: str, media_type: str = JSON) -> Operation:
    refusals = {400: _BAD} if media_type == JSON else {}
    return Operation(
        {
            status: Answer("The entry.", {JSON: answer}),
            **refusals,
            401: _NO_TOKEN,
            404: _NOT_FOUND,
            413: _TOO_LONG,
            415: _WRONG_TYPE,
            500: _FAILED,
        },
        body={media_type: body},
    )


_DELETED = Operation({204: _GONE, 401: _NO_TOKEN, 404: _NOT_FOUND, 500: _FAILED})
_ALL_SCOPES = Operation(
    {
        200: Answer("The scopes.", {JSON: "Scopes"}),
        401: _NO_TOKEN,
        404: Answer("The path is none.", {"text/html": ""}),
        500: _FAILED,
    }
)


def _healthy(answer: str) -> Operation:
    return Operation({200: Answer("How it is.", {JSON: answer})})


def operations() -> dict[tuple[str, str], Operation]:
    """By method and path."""
    clients, scopes = f"{CONFIG_API}/openid/clients", f"{CONFIG_API}/scopes"
    authorizations = f"{CONFIG_API}/clients/authorizations"
    settings, sessions = (f"{CONFIG_API}/jans-auth-server/{noun}" for noun in ("config", "session"))
    flag = text(choices=("true", "false"))
    return {
        ("GET", clients): _listed(CLIENTS, "ClientPage"),
        ("POST", clients): _written(201, "Client", "NewClient"),
        ("PUT", clients): _written(200, "Client", "NewClient"),
        ("GET", f"{clients}/{{inum}}"): _read("Client"),
        ("PATCH", f"{clients}/{{inum}}"): _written(200, "Client", "Patch", PATCH),
        ("DELETE", f"{clients}/{{inum}}"): _DELETED,
        ("GET", scopes): _listed(SCOPES, "ScopePage", type=text(), withAssociatedClients=flag),
        ("POST", scopes): _written(201, "Scope", "NewScope"),
        ("PUT", scopes): _written(200, "Scope", "Scope"),
        ("GET", f"{scopes}/{{inum}}"): _read("Scope", withAssociatedClients=flag),
        ("PATCH", f"{scopes}/{{inum}}"): _written(200, "Scope", "Patch", PATCH),
        ("DELETE", f"{scopes}/{{inum}}"): _DELETED,
        ("GET", f"{scopes}/type/{{type}}"): _ALL_SCOPES,
        ("GET", f"{scopes}/creator/{{creator}}"): _ALL_SCOPES,
        ("GET", f"{CONFIG_API}/attributes"): _listed(ATTRIBUTES, "AttributePage", status=text()),
        ("GET", f"{CONFIG_API}/config/scripts"): _listed(SCRIPTS, "ScriptPage"),
        ("GET", f"{CONFIG_API}/acrs"): _read("Acrs"),
        ("GET", f"{CONFIG_API}/token/search"): Operation(
            {200: Answer("A page.", {JSON: "TokenPage"}), 400: _BAD, 401: _NO_TOKEN, 500: _FAILED},
            query=_paging(),
        ),
        ("GET", f"{CONFIG_API}/token/client/{{clientId}}"): _read("TokenPage"),
        ("GET", f"{CONFIG_API}/token/tknCde/{{tknCde}}"): _read("TokenEntity"),
        ("DELETE", f"{CONFIG_API}/token/revoke/{{tknCde}}"): _DELETED,
        ("GET", f"{authorizations}/{{userId}}"): _read("Authorizations"),
        ("DELETE", f"{authorizations}/{{userId}}/{{clientId}}/{{username}}"): _DELETED,
        ("GET", f"{CONFIG_API}/uma/resources/clientId/{{clientId}}"): _read("UmaResources"),
        ("DELETE", f"{CONFIG_API}/uma/resources/{{id}}"): _DELETED,
        ("GET", settings): Operation(
            {200: Answer("They.", {JSON: "Settings"}), 401: _NO_TOKEN, 500: _FAILED}
        ),
        ("PATCH", settings): _written(200, "Settings", "Patch", PATCH),
        ("GET", f"{CONFIG_API}/config/jwks"): _read("Keys"),
        ("GET", f"{CONFIG_API}/plugin"): _read("Plugins"),
        ("GET", f"{sessions}/search"): Operation(
            {200: Answer("A page.", {JSON: "SessionPage"}), 400: _BAD, 401: _NO_TOKEN},
            query=_paging(),
        ),
        ("DELETE", f"{sessions}/sid/{{sid}}"): _DELETED,
        ("GET", f"{CONFIG_API}/stat"): Operation(
            {200: Answer("By month.", {JSON: "Statistics"}), 400: _BAD, 401: _NO_TOKEN},
            query={name: text(pattern=_MONTH) for name in ("month", "start_month", "end_month")},
        ),
        ("GET", f"{CONFIG_API}/health/server-stat"): _healthy("ServerStat"),
        ("GET", f"{CONFIG_API}/health/app-version"): _read("Texts", artifact=text()),
        ("GET", f"{CONFIG_API}/health/service-status"): _read("Texts", service=text()),
        ("GET", f"{CONFIG_API}/health"): _healthy("Healths"),
        ("GET", f"{CONFIG_API}/health/live"): _healthy("Health"),
        ("GET", f"{CONFIG_API}/health/ready"): _healthy("Health"),
        ("GET", f"{CONFIG_API}/jans-auth-server/health"): _healthy("AuthHealth"),
    }
