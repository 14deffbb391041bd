"""Why something would be refused, by the profile or by the scopes of the token: decided here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tui.commands import READ_TOKENS, REVOKE_TOKENS, SSA, Command, Way

SCOPE = "https://jans.io/oauth/config/"
"""How the names of the Config API's scopes begin; those of others are written out."""

READ_ONLY = "This profile is read-only."


@dataclass(frozen=True, slots=True)
class Purpose:
    """Something that takes a scope.

    Attributes:
        words: what it is.
        scope: the narrowest that does, without what those of the Config API begin with.
        others: what the server accepts in its place: scopes of groups, older and newer, and
            those of administrators. Any one of them is enough.
        writes: whether it is for changing something.
    """

    words: str
    scope: str
    others: tuple[str, ...]
    writes: bool = False

    def is_covered(self, granted: Collection[str]) -> bool:
        """Whether a token with these scopes is good for it."""
        return any(_whole(name) in granted for name in (self.scope, *self.others))


def _whole(name: str) -> str:
    return name if "://" in name else SCOPE + name


PURPOSES = (
    Purpose(
        "list and open clients",
        "openid/clients.readonly",
        ("openid/openid.readonly", "openid-read", "openid/clients.admin", "read-all", "write-all"),
    ),
    Purpose(
        "add and change clients",
        "openid/clients.write",
        ("openid/openid.write", "openid-write", "openid/clients.admin", "write-all"),
        writes=True,
    ),
    Purpose(
        "delete clients",
        "openid/clients.delete",
        ("openid/openid.delete", "openid-delete", "openid/clients.admin", "delete-all"),
        writes=True,
    ),
    Purpose(
        "show the names of scopes",
        "scopes.readonly",
        ("scopes.write", "scopes.admin", "read-all", "write-all"),
    ),
    Purpose(
        "show the names of claims",
        "attributes.readonly",
        ("attributes.admin", "read-all", "write-all"),
    ),
    Purpose(
        "show the names of scripts",
        "scripts.readonly",
        ("scripts.write", "scripts.admin", "read-all", "write-all"),
    ),
)
"""What managing clients takes."""

FURTHER = (
    Purpose("make and revoke software statements", SSA, (), writes=True),
    Purpose(
        "list the tokens of clients",
        READ_TOKENS,
        ("token.write", "token.admin", "read-all", "write-all"),
    ),
    Purpose(
        "revoke the tokens of clients",
        REVOKE_TOKENS,
        ("openid/openid.delete", "token.admin", "delete-all"),
        writes=True,
    ),
)
"""What goes beyond managing clients, so that nobody is told to need it."""

_BY_SCOPE = {purpose.scope: purpose for purpose in (*PURPOSES, *FURTHER)}


def why_not(
    command: Command, *, read_only: bool, granted: Collection[str] | None, way: Way = ""
) -> str:
    """Why ``command`` would be refused, a sentence; "" when nothing is known against it.

    Args:
        command: what the person wants to do.
        read_only: whether the profile refuses every write.
        granted: the scopes of the token; None while they are not known.
        way: how clients are managed on the server; "" when it does not matter.
    """
    if way and command.way not in ("", way) and command.elsewhere:
        return command.elsewhere
    if command.writes and read_only:
        return READ_ONLY
    if not command.scope or granted is None or _BY_SCOPE[command.scope].is_covered(granted):
        return ""
    return f"The access token lacks the scope {_whole(command.scope)}."


def lacking(granted: Collection[str], *, read_only: bool) -> list[Purpose]:
    """What a token with these scopes is not good for.

    Args:
        granted: the scopes.
        read_only: whether nothing is to be changed anyhow.
    """
    return [
        purpose
        for purpose in PURPOSES
        if not (read_only and purpose.writes) and not purpose.is_covered(granted)
    ]
