"""What a client entry always has, whatever was sent: defaults and derived members.

No pydantic here: the seed and the filler use it too.
"""

from datetime import UTC, datetime

from tui.models.json import Json, JsonObject

DERIVED = frozenset(
    {"dn", "baseDn", "displayName", "authenticationMethod", "allAuthenticationMethods", "ttl"}
)
"""Members that are never taken from a request."""

ABSENT_ONLY: JsonObject = {"applicationType": "web", "subjectType": "public"}
"""Defaults for members that were not sent at all; an explicit null stands."""

_LONGEST = 2**31 - 1
"""Seconds: ``ttl`` is a number of 32 bits on the wire, dates reach further."""

_FLAGS = (
    "trustedClient",
    "persistClientAuthorizations",
    "includeClaimsInIdToken",
    "rptAsJwt",
    "accessTokenAsJwt",
    "disabled",
    "frontChannelLogoutSessionRequired",
)

_LOCALIZED = (
    "clientNameLocalized",
    "logoUriLocalized",
    "clientUriLocalized",
    "policyUriLocalized",
    "tosUriLocalized",
)

_ATTRIBUTES: JsonObject = {
    "runIntrospectionScriptBeforeJwtCreation": False,
    "keepClientAuthorizationAfterExpiration": False,
    "allowSpontaneousScopes": False,
    "backchannelLogoutSessionRequired": False,
    "parLifetime": 600,
    "requirePar": False,
    "jansDefaultPromptLogin": False,
    "minimumAcrLevel": -1,
}


def client_dn(inum: str) -> str:
    """The distinguished name of a client."""
    return f"inum={inum},ou=clients,o=jans"


def methods(client: JsonObject) -> frozenset[str]:
    """The authentication methods of a client: the main one and those in its attributes.

    One that names none has ``client_secret_basic`` (RFC 7591 section 2).
    """
    listed = client.get("allAuthenticationMethods")
    named = frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()
    return named or frozenset({"client_secret_basic"})


def complete(entry: JsonObject, now: int) -> JsonObject:
    """``entry`` with the entity's defaults and the members that the server derives.

    ``now`` is in seconds since 1970. Members that are None are left out.
    """
    result: JsonObject = {name: value for name, value in entry.items() if value is not None}
    for name in _FLAGS:
        result.setdefault(name, False)
    for name in _LOCALIZED:
        result.setdefault(name, {})
    result.setdefault("customAttributes", [])
    result["attributes"] = complete_attributes(result.get("attributes"))
    result["dn"] = result["baseDn"] = client_dn(str(result["inum"]))
    if "clientName" in result:
        result["displayName"] = result["clientName"]
    else:
        result.pop("displayName", None)
    method = result.get("tokenEndpointAuthMethod")
    result.pop("authenticationMethod", None)
    if method:
        result["authenticationMethod"] = method
    result["allAuthenticationMethods"] = _methods(method, result["attributes"])
    result.pop("ttl", None)
    expires = result.get("expirationDate")
    if isinstance(expires, str) and expires:
        result["ttl"] = min(max(0, int(_seconds(expires) - now)), _LONGEST)
    return result


def complete_attributes(given: Json) -> JsonObject:
    """``attributes`` with defaults; empty members are left out."""
    attributes = given if isinstance(given, dict) else {}
    result: JsonObject = {
        name: value for name, value in attributes.items() if value not in (None, "", [], {})
    }
    for name, value in _ATTRIBUTES.items():
        result.setdefault(name, value)
    # The Java setter turns 0 into the default.
    result["parLifetime"] = result["parLifetime"] or 600
    return result


def without_empties(entry: JsonObject) -> JsonObject:
    """``entry`` as it is read back: stores don't keep empty strings and lists."""
    kept = {*_LOCALIZED, "customAttributes", "attributes", "allAuthenticationMethods"}
    return {
        name: value for name, value in entry.items() if name in kept or value not in (None, "", [])
    }


def _methods(method: Json, attributes: Json) -> list[Json]:
    more = (
        attributes.get("additionalTokenEndpointAuthMethods")
        if isinstance(attributes, dict)
        else None
    )
    listed = [method, *(more if isinstance(more, list) else [])]
    return [item for number, item in enumerate(listed) if item and item not in listed[:number]]


def _seconds(date: str) -> float:
    return datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()
