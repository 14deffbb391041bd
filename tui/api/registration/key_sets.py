"""Keeps private keys on this machine: many providers would take them, and hand them out."""

import json

from tui.api.errors import Invalid
from tui.models.json import Json

PRIVATE_MEMBERS = ("d", "p", "q", "dp", "dq", "qi", "oth", "k")
"""Members of a private or symmetric key (RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1)."""


def refuse_private_keys(body: Json) -> None:
    """Do nothing unless the key set in ``body`` holds what only its owner may have.

    Raises:
        Invalid: it does; nothing was sent.
    """
    members = body if isinstance(body, dict) else {}
    if _is_private(_keys(members.get("jwks"))):
        raise Invalid(
            "The key set (jwks) holds a private or symmetric key. Nothing was sent. Take out "
            f"{', '.join(PRIVATE_MEMBERS)}: only the public part may be registered.",
            members=("jwks",),
        )


def _keys(jwks: Json) -> list[Json]:
    if isinstance(jwks, str):
        try:
            jwks = json.loads(jwks)
        except (ValueError, RecursionError):
            return []
    if isinstance(jwks, dict):
        keys = jwks.get("keys")
        return [jwks, *keys] if isinstance(keys, list) else [jwks]
    return jwks if isinstance(jwks, list) else []


def _is_private(keys: list[Json]) -> bool:
    return any(
        isinstance(key, dict)
        and (key.get("kty") == "oct" or not key.keys().isdisjoint(PRIVATE_MEMBERS))
        for key in keys
    )
