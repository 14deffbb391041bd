"""The schemas that operations refer to; entries are described by the pydantic models."""

from __future__ import annotations

from tui.models.json import Json, JsonObject
from tui.sandbox.openapi.words import reference

_PATCH_ONE_OF: list[Json] = [
    {
        "type": "object",
        "required": ["op", "path", "value"],
        "properties": {"op": {"enum": ["add", "replace", "test"]}, "path": reference("Pointer")},
    },
    {
        "type": "object",
        "required": ["op", "path"],
        "properties": {"op": {"const": "remove"}, "path": reference("Pointer")},
    },
    {
        "type": "object",
        "required": ["op", "path", "from"],
        "properties": {
            "op": {"enum": ["move", "copy"]},
            "path": reference("Pointer"),
            "from": reference("Pointer"),
        },
    },
]


def _texts(*names: str, required: tuple[str, ...] = ()) -> JsonObject:
    properties: JsonObject = {name: {"type": "string"} for name in names}
    return {"type": "object", "required": [*required], "properties": properties}


def _page(of: str) -> JsonObject:
    number: Json = {"type": "integer"}
    return {
        "type": "object",
        "required": ["start", "totalEntriesCount", "entriesCount"],
        "properties": {
            "start": number,
            "totalEntriesCount": number,
            "entriesCount": number,
            "entries": {"type": "array", "items": reference(of)},
        },
    }


def _new(of: str, member: str) -> JsonObject:
    required: JsonObject = {"required": [member]}
    return {"allOf": [reference(of), required]}


def _filled(of: str, member: str, schema: Json) -> JsonObject:
    part: JsonObject = {"required": [member], "properties": {member: schema}}
    return {"allOf": [reference(of), part]}


def schemas() -> JsonObject:
    """All schemas by name. It imports pydantic."""
    from pydantic.json_schema import models_json_schema

    from tui.models.client import Client
    from tui.models.scope import Scope

    _, made = models_json_schema(
        [(Client, "validation"), (Scope, "validation")],
        ref_template="#/components/schemas/{model}",
    )
    filled: Json = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    named: Json = {"type": "string", "minLength": 1}
    keyed = _texts("inum", required=("inum",))
    return {
        **made["$defs"],
        "NewClient": _filled("Client", "redirectUris", filled),
        "NewScope": _filled("Scope", "id", named),
        "Attribute": keyed,
        "Script": keyed,
        "ClientPage": _page("Client"),
        "ScopePage": _page("Scope"),
        "AttributePage": _page("Attribute"),
        "ScriptPage": _page("Script"),
        "Scopes": {"type": "array", "items": reference("Scope")},
        "Acrs": _texts("defaultAcr", required=("defaultAcr",)),
        "ApiError": _texts("code", "message", "description", required=("code", "message")),
        "OAuthError": _texts("error", "error_description", required=("error",)),
        "Health": _texts("name", "status", "error", required=("name", "status")),
        "Healths": {"type": "array", "items": reference("Health")},
        "AuthHealth": _texts("status", "db_status", required=("status", "db_status")),
        "Pointer": {"type": "string", "pattern": "^(/([^~/]|~0|~1)*)*$"},
        "Patch": {"type": "array", "maxItems": 1000, "items": {"anyOf": _PATCH_ONE_OF}},
        "Metadata": _texts("issuer", "token_endpoint", required=("issuer", "token_endpoint")),
        "Keys": {
            "type": "object",
            "required": ["keys"],
            "properties": {"keys": {"type": "array", "items": {"type": "object"}}},
        },
        "RevocationRequest": _texts("token", "token_type_hint", required=("token",)),
        "IntrospectionRequest": _texts("token", "token_type_hint", required=("token",)),
        "Introspection": {"type": "object", "required": ["active"]},
        "UserinfoRequest": _texts("access_token", required=("access_token",)),
        "Userinfo": _texts("sub", "inum", "user_name", required=("sub",)),
        "TokenEntity": _texts("tokenCode", "clientId", "scope", required=("tokenCode",)),
        "TokenPage": _page("TokenEntity"),
        "Authorizations": {"type": "object", "required": ["clientAuths"]},
        "UmaResource": _texts("id", "name", required=("id", "name")),
        "UmaResources": {"type": "array", "items": reference("UmaResource")},
        "Settings": _texts("issuer"),
        "Plugins": {"type": "array", "items": {"type": "object"}},
        "Session": {"type": "object"},
        "SessionPage": _page("Session"),
        "Texts": {"type": "object", "additionalProperties": {"type": "string"}},
        "ServerStat": _texts("dbType", "lastUpdate", required=("dbType", "facterData")),
        "Statistics": {"type": "array", "items": {"type": "object", "required": ["month"]}},
        "Description": {"type": "object"},
    }
