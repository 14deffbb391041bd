"""Discovery of any provider: OpenID Connect Discovery 1.0 section 4, and RFC 8414 section 3."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tui.api.errors import (
    ApiError,
    InsufficientScope,
    NotConfigApi,
    NotFound,
    NotProvider,
    Unauthorised,
)
from tui.api.registration.caller import Caller
from tui.models.json import JsonObject
from tui.models.plain import plain

_OPENID = "/.well-known/openid-configuration"
_OAUTH = "/.well-known/oauth-authorization-server"

# What is answered where there is no metadata: some servers ask for a login at each unknown address.
_NOT_THERE = (NotFound, NotProvider, NotConfigApi, Unauthorised, InsufficientScope)


def locations(issuer: str) -> Iterator[str]:
    """Where the metadata of ``issuer`` may be, the likeliest first.

    OpenID Connect puts its name behind the issuer's path, RFC 8414 section 3.1 before it; its
    section 5 has both for both names. An address of metadata stands for itself.
    """
    if "/.well-known/" in issuer:
        yield issuer
        return
    parts = urlsplit(issuer)
    path = parts.path.rstrip("/")
    origin = f"{parts.scheme}://{parts.netloc}"
    yield f"{origin}{path}{_OPENID}"
    yield f"{origin}{_OAUTH}{path}"
    if path:
        yield f"{origin}{_OPENID}{path}"
        yield f"{origin}{path}{_OAUTH}"


async def find_metadata(caller: Caller, issuer: str) -> JsonObject:
    """The metadata of ``issuer``; of several documents the first that offers registration.

    Raises:
        NotProvider: there is none, or it belongs to another issuer.
        ApiError: the provider could not be asked.
    """
    found: JsonObject | None = None
    missing: ApiError | None = None
    for location in locations(issuer):
        try:
            metadata = await caller.metadata(location)
        except _NOT_THERE as problem:
            missing = missing or problem
            continue
        if "/.well-known/" not in issuer:
            _check_issuer(issuer, metadata)
        if isinstance(metadata.get("registration_endpoint"), str):
            return metadata
        found = found or metadata
    if found is not None:
        return found
    if missing is not None and not isinstance(missing, NotFound | NotProvider):
        raise missing
    raise NotProvider(
        f"{plain(issuer, 200)} shows no provider metadata. Check the address: it must be the "
        "issuer. Or name the registration endpoint yourself."
    ) from missing


def registration_endpoint(metadata: JsonObject) -> str:
    """Where clients are registered.

    Raises:
        NotProvider: the provider offers no registration.
    """
    endpoint = metadata.get("registration_endpoint")
    if isinstance(endpoint, str) and endpoint:
        return endpoint
    issuer = plain(metadata.get("issuer", "The provider"), 200)
    raise NotProvider(
        f"{issuer} offers no dynamic registration in its metadata. Switch it on there, or name "
        "the registration endpoint yourself."
    )


def _check_issuer(issuer: str, metadata: JsonObject) -> None:
    """An issuer speaks only for itself (RFC 8414 section 3.3)."""
    says = metadata.get("issuer")
    if isinstance(says, str) and says.rstrip("/") == issuer.rstrip("/"):
        return
    raise NotProvider(
        f"The metadata of {plain(issuer, 200)} belongs to another issuer: "
        f"{plain(says, 200) if isinstance(says, str) else 'it names none'}. If that is the one "
        "you mean, use it as the address."
    )
