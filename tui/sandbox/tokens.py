"""Tokens that this server issued, by hash: what a token may do is judged from here."""

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any, Literal

from tui.sandbox.store import Store

Kind = Literal["access_token", "refresh_token"]

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Token:
    """An issued token.

    Attributes:
        hash: its ``token_hash``.
        client: the ``inum`` of the client that has it.
        grant_type: how it was obtained.
        scopes: the ids of its scopes, space-joined.
        issued: when, in seconds since 1970; ``expires`` too.
        kind: what it is, in the words of RFC 7009 section 2.1.
        grant_id: shared by all tokens that come from one sign-in.
        role: the user's role, "" for none; None when it speaks for no user.
    """

    hash: str
    client: str
    grant_type: str
    scopes: str
    issued: int
    expires: int
    kind: Kind = "access_token"
    grant_id: str = ""
    role: str | None = None
    revoked: bool = False

    @property
    def scope_set(self) -> frozenset[str]:
        """The ids of its scopes."""
        return frozenset(self.scopes.split())

    def good(self, kind: Kind, now: int) -> bool:
        """Whether it is of this kind, not revoked, and not expired at ``now``."""
        return self.kind == kind and not self.revoked and self.expires > now


_COLUMNS = ", ".join(field.name for field in fields(Token))
_MARKS = ", ".join("?" for _ in fields(Token))


def token_hash(token: str) -> str:
    """The SHA-256 of a token in hex: tokens themselves are not stored."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def remember(store: Store, *tokens: Token) -> None:
    """Store tokens just issued, and forget those that expired more than a day ago."""
    with store.writing():
        oldest = max(token.issued for token in tokens) - _KEPT_SECONDS
        store.connection.execute("DELETE FROM tokens WHERE expires < ?", (oldest,))
        store.connection.executemany(
            f"INSERT INTO tokens ({_COLUMNS}) VALUES ({_MARKS})",  # noqa: S608 - names of ours
            [astuple(token) for token in tokens],
        )


def find(store: Store, token: str) -> Token | None:
    """The record of ``token``, expired and revoked ones too; None if it is not ours."""
    return by_hash(store, token_hash(token))


def by_hash(store: Store, key: str) -> Token | None:
    """The record of the token with this hash, or None."""
    found = _select(store, "hash = ?", (key,))
    return found[0] if found else None


def of_client(store: Store, inum: str) -> list[Token]:
    """All tokens of a client, the oldest first."""
    return _select(store, "client = ? ORDER BY issued, hash", (inum,))


def all_tokens(store: Store) -> list[Token]:
    """All tokens, of every client."""
    return _select(store, "1 ORDER BY issued, hash", ())


def revoke(store: Store, key: str) -> bool:
    """Mark the token with this hash as revoked; return False if it was so already."""
    with store.writing():
        done = store.connection.execute(
            "UPDATE tokens SET revoked = 1 WHERE hash = ? AND revoked = 0", (key,)
        )
    return done.rowcount == 1


def revoke_grant(store: Store, grant_id: str) -> None:
    """Mark all tokens of one sign-in as revoked."""
    with store.writing():
        store.connection.execute("UPDATE tokens SET revoked = 1 WHERE grant_id = ?", (grant_id,))


def _select(store: Store, where: str, values: Sequence[Any]) -> list[Token]:
    sql = f"SELECT {_COLUMNS} FROM tokens WHERE {where}"  # noqa: S608 - words of ours
    return [Token(*row) for row in store.connection.execute(sql, tuple(values))]
