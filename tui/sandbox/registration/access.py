"""Who may register, and who may look after a client that is registered."""

import hmac
from datetime import UTC, datetime

from starlette.requests import Request

from tui.models.json import JsonObject
from tui.models.secrets import random_text
from tui.sandbox.registration.errors import TokenRefused, denied, invalid_metadata
from tui.sandbox.registration.settings import RegistrationSettings
from tui.sandbox.store import Row, Store
from tui.sandbox.tables import CLIENTS


def new_token() -> str:
    """A registration access token (RFC 7592 section 1.2)."""
    return random_text(32)


def bearer(request: Request) -> str:
    """The bearer token of a request (RFC 6750 section 2.1); "" if it has none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def check_enabled(settings: RegistrationSettings) -> None:
    """403 where registration is switched off."""
    if not settings.enabled:
        raise denied("Dynamic client registration is switched off.")


def check_initial_token(settings: RegistrationSettings, request: Request) -> None:
    """401 unless the request has the initial access token, where one is needed."""
    if settings.initial_token is not None and not _same(settings.initial_token, bearer(request)):
        raise TokenRefused("Registration needs the initial access token of this server.")


def registered(store: Store, request: Request, now: int) -> Row:
    """The client that the request names, and holds the registration access token of.

    Raises:
        OAuthFailure: 400, one of the two is missing; 401, they don't belong together, or the
            client is gone.
    """
    client_id, token = request.query_params.get("client_id", ""), bearer(request)
    if not client_id.strip():
        raise invalid_metadata("The parameter client_id is missing.")
    if not token:
        raise invalid_metadata("The registration access token is missing.")
    row = store.get(CLIENTS, client_id)
    held = row.entry.get("registrationAccessToken") if row else None
    if row is None or not isinstance(held, str) or not _same(held, token):
        raise TokenRefused("The token is not valid for this client.")
    if _expired(row.entry, now):
        raise TokenRefused("The client has expired.")
    return row


def _expired(entry: JsonObject, now: int) -> bool:
    date = entry.get("expirationDate")
    if not entry.get("deletable") or not isinstance(date, str):
        return False
    return datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp() <= now


def _same(left: str, right: str) -> bool:
    pair = (text.encode("utf-8", "surrogatepass") for text in (left, right))
    return hmac.compare_digest(*pair)
