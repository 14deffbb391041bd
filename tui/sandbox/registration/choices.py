"""What the server decides: defaults, what it leaves out, and how an update is put together."""

from urllib.parse import urlsplit

from tui.models.enums import ApplicationType, AuthMethod, GrantType, SubjectType
from tui.models.json import Json, JsonObject
from tui.sandbox.metadata import metadata as server_metadata
from tui.sandbox.registration.table import by_name

_ALG = "RS256"
"""The server's ``defaultSignatureAlgorithm``."""


def supported(name: str) -> list[str]:
    """A list of the server's own metadata, empty where it has none of that name."""
    values = server_metadata("").get(name)
    return [str(value) for value in values] if isinstance(values, list) else []


def with_defaults(given: JsonObject) -> JsonObject:
    """The metadata of a new client, with what the server chooses where the request is silent."""
    result = _cut({**given})
    result.setdefault("response_types", ["code"])
    result.setdefault("grant_types", [GrantType.AUTHORIZATION_CODE.value])
    result.setdefault("application_type", ApplicationType.WEB.value)
    result.setdefault("subject_type", SubjectType.PAIRWISE.value)
    result.setdefault("id_token_signed_response_alg", _ALG)
    result.setdefault("access_token_signing_alg", _ALG)
    result.setdefault("token_endpoint_auth_method", _auth_method(result))
    host = _first_host(result.get("redirect_uris"))
    if host:
        result.setdefault("client_name", host)
    return result


def updated(current: JsonObject, given: JsonObject, replace: bool) -> JsonObject:
    """The metadata after an update with ``given``.

    Unlike RFC 7592 says, what is left out stays, apart from the authentication method, the
    application type and all booleans, which fall back to their defaults; ``replace`` does as
    the RFC says. ``lifetime`` stays what it was at creation.
    """
    given = {name: value for name, value in given.items() if name != "lifetime"}
    if replace:
        kept = {"lifetime": current["lifetime"]} if "lifetime" in current else {}
        return with_defaults(given) | kept
    flags = {name for name, member in by_name().items() if member.kind == "flag"}
    reset = {"token_endpoint_auth_method", "application_type", *flags}
    result = {name: value for name, value in current.items() if name not in reset} | _cut(given)
    result.setdefault("application_type", ApplicationType.WEB.value)
    result.setdefault("token_endpoint_auth_method", _auth_method(given))
    return result


def _cut(given: JsonObject) -> JsonObject:
    """Without the grant and response types that the server does not know: it says nothing."""
    # CIBA is on, although discovery's list does not have its grant.
    grants = {*supported("grant_types_supported"), GrantType.CIBA.value}
    for name, known in (
        ("grant_types", grants),
        ("response_types", {*" ".join(supported("response_types_supported")).split()}),
    ):
        values = given.get(name)
        if isinstance(values, list):
            given[name] = [value for value in values if value in known]
            if not given[name]:
                del given[name]
    return given


def _auth_method(given: JsonObject) -> Json:
    more = given.get("additional_token_endpoint_auth_methods")
    return more[0] if isinstance(more, list) and more else AuthMethod.CLIENT_SECRET_BASIC.value


def _first_host(uris: Json) -> str | None:
    if not isinstance(uris, list) or not uris:
        return None
    try:
        return urlsplit(str(uris[0])).hostname
    except ValueError:
        return None
