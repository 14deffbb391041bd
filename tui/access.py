"""Why a command would be refused, by the profile or by the scopes of the token: decided here."""

from __future__ import annotations

from collections.abc import Collection

from tui.commands import Command

SCOPE = "https://jans.io/oauth/config/"
"""How the names of the Config API's scopes begin."""

READ_ONLY = "This profile is read-only."

_SUFFICIENT: dict[str, tuple[str, ...]] = {
    "openid/clients.write": (
        "openid/openid.write",
        "openid-write",
        "openid/clients.admin",
        "write-all",
    ),
    "openid/clients.delete": (
        "openid/openid.delete",
        "openid-delete",
        "openid/clients.admin",
        "delete-all",
    ),
}
"""What else the server accepts in the place of a scope: those of groups, older and newer, and
those of administrators. Any one of them is enough."""


def why_not(command: Command, *, read_only: bool, granted: Collection[str] | None) -> str:
    """Why ``command`` would be refused, a sentence; "" when nothing is known against it.

    Args:
        command: what the person wants to do.
        read_only: whether the profile refuses every write.
        granted: the scopes of the token; None while they are not known.
    """
    if command.writes and read_only:
        return READ_ONLY
    if not command.scope or granted is None:
        return ""
    enough = (command.scope, *_SUFFICIENT.get(command.scope, ()))
    if any(SCOPE + name in granted for name in enough):
        return ""
    return f"The access token lacks the scope {SCOPE}{command.scope}."
