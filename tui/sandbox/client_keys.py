"""The public keys that a client registered (RFC 7517)."""

import json

from tui.models.json import Json, JsonObject
from tui.sandbox.oauth_errors import invalid_client


def client_keys(client: JsonObject) -> list[JsonObject]:
    """The JWKs in the client's ``jwks``, which is JSON text.

    Raises:
        OAuthFailure: ``invalid_client`` with the reason; keys behind ``jwksUri`` are not
            fetched, because a sandbox talks to no other machine.
    """
    text = client.get("jwks")
    if not text or not isinstance(text, str):
        if client.get("jwksUri"):
            raise invalid_client("A sandbox fetches no keys from a jwksUri: put them into jwks.")
        raise invalid_client("The client has no keys in jwks.")
    try:
        found: Json = json.loads(text)
    except (ValueError, RecursionError):
        raise invalid_client("The client's jwks is not JSON.") from None
    keys = found.get("keys") if isinstance(found, dict) else None
    if not isinstance(keys, list):
        raise invalid_client("The client's jwks is no JWK Set.")
    return [key for key in keys if isinstance(key, dict)]
