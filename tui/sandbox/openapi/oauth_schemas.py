"""The schemas of the token endpoint and of the device flow."""

from __future__ import annotations

from tui.models.json import JsonObject
from tui.sandbox.openapi.words import object_of, seconds, text

_FOR_CLIENTS = ("client_id", "client_secret", "client_assertion", "client_assertion_type")
"""Members of a form by which a client may authenticate, where it does not in a header."""


def schemas() -> JsonObject:
    """The schemas by name."""
    from tui.sandbox.device_page import NO_ROLE
    from tui.sandbox.oauth import GRANTS
    from tui.sandbox.users import ROLES

    client: JsonObject = {name: text() for name in _FOR_CLIENTS}
    grants = ", ".join(GRANTS)
    return {
        "TokenRequest": object_of(
            client
            | {
                "grant_type": {"type": "string", "description": f"Known are {grants}."},
                "scope": text(),
                "device_code": text(),
                "refresh_token": text(),
            },
            ("grant_type",),
        ),
        "Token": object_of(
            {
                "access_token": text(),
                "token_type": text(choices=("Bearer",)),
                "expires_in": seconds(),
                "scope": text(),
                "refresh_token": text(),
                "id_token": text(),
            },
            ("access_token", "token_type", "expires_in"),
        ),
        "DeviceAuthorizationRequest": object_of(client | {"scope": text()}, ("client_id",)),
        "DeviceAuthorization": object_of(
            {
                "device_code": text(),
                "user_code": text(),
                "verification_uri": {"type": "string", "format": "uri"},
                "verification_uri_complete": {"type": "string", "format": "uri"},
                "expires_in": seconds(),
                "interval": seconds(),
            },
            ("device_code", "user_code", "verification_uri", "expires_in", "interval"),
            "Poll the token endpoint with device_code: 400 authorization_pending means not yet, "
            "slow_down wait longer, access_denied and expired_token that it is over (RFC 8628).",
        ),
        "Decision": object_of(
            {
                "user_code": text(),
                "decision": text(choices=("approve", "deny")),
                "role": text(choices=(*ROLES, NO_ROLE)),
            },
            ("user_code", "decision"),
        ),
    }
