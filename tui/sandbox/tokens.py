"""Access tokens that this server issued, by hash: what a token may do is judged from here."""

import hashlib
from dataclasses import dataclass

from tui.sandbox.store import Store

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Token:
    """An issued access token; times in seconds since 1970."""

    hash: str
    client: str
    grant_type: str
    scopes: frozenset[str]
    issued: int
    expires: int
    revoked: bool = False


def token_hash(token: str) -> str:
    """The SHA-256 of a token in hex: tokens themselves are not stored."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def remember(store: Store, token: Token) -> None:
    """Store a token just issued, and forget those that expired more than a day ago."""
    with store.writing():
        store.connection.execute(
            "DELETE FROM tokens WHERE expires < ?", (token.issued - _KEPT_SECONDS,)
        )
        store.connection.execute(
            "INSERT INTO tokens (hash, client, grant_type, scopes, issued, expires)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                token.hash,
                token.client,
                token.grant_type,
                " ".join(sorted(token.scopes)),
                token.issued,
                token.expires,
            ),
        )


def find(store: Store, token: str) -> Token | None:
    """The record of ``token``, expired and revoked ones too; None if it is not ours."""
    row = store.connection.execute(
        "SELECT hash, client, grant_type, scopes, issued, expires, revoked"
        " FROM tokens WHERE hash = ?",
        (token_hash(token),),
    ).fetchone()
    if row is None:
        return None
    key, client, grant_type, scopes, issued, expires, revoked = row
    held = frozenset(str(scopes).split())
    return Token(key, client, grant_type, held, issued, expires, bool(revoked))


def revoke(store: Store, key: str) -> None:
    """Mark the token with this hash as revoked."""
    with store.writing():
        store.connection.execute("UPDATE tokens SET revoked = 1 WHERE hash = ?", (key,))
