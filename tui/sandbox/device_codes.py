"""Device codes and user codes that were given out (RFC 8628), both by hash."""

import re
import secrets
from dataclasses import dataclass, fields
from typing import Literal

from tui.models.secrets import random_text
from tui.sandbox.store import Store
from tui.sandbox.tokens import token_hash

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that no words appear (section 6.1)."""

_PENALTY = 5
"""Seconds that every ``slow_down`` adds to the interval (section 3.5)."""

_TOLERANCE = 0.5
"""Seconds by which the way through the network may bring two requests closer together."""

_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """A device authorization under way.

    Attributes:
        hash: of the device code.
        client: the ``inum`` of the client that asked.
        scopes: ids, space-joined.
        expires: seconds since 1970.
        period: seconds to wait between two requests.
        polled: when the last request came, in seconds since 1970; None before the first.
        state: what became of it.
        role: of the user who approved.
    """

    hash: str
    client: str
    scopes: str
    expires: int
    period: int
    polled: float | None
    state: Literal["pending", "approved", "denied", "used"]
    role: str | None


_COLUMNS = ", ".join(field.name for field in fields(DeviceCode))


def create(store: Store, client: str, scopes: str, expires: int, period: int) -> tuple[str, str]:
    """Store a new one; return device code and user code (``XXXX-XXXX``)."""
    device_code = random_text(32)
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    with store.writing():
        connection = store.connection
        oldest = expires - _KEPT_SECONDS
        connection.execute("DELETE FROM device_codes WHERE expires < ?", (oldest,))
        connection.execute(
            "INSERT INTO device_codes (hash, user_code, client, scopes, expires, period)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (token_hash(device_code), token_hash(letters), client, scopes, expires, period),
        )
    return device_code, f"{letters[:4]}-{letters[4:]}"


def by_device_code(store: Store, code: str) -> DeviceCode | None:
    """The one with this device code, or None."""
    return _find(store, "hash", code)


def by_user_code(store: Store, code: str) -> DeviceCode | None:
    """The one with this user code, typed in any case, with or without the dash; or None."""
    return _find(store, "user_code", re.sub(r"[\s-]", "", code).upper())


def too_early(store: Store, found: DeviceCode, now: float) -> bool:
    """Note a request for tokens at ``now``; return whether it came before its time."""
    early = found.polled is not None and now - found.polled < found.period - _TOLERANCE
    period = found.period + (_PENALTY if early else 0)
    with store.writing():
        store.connection.execute(
            "UPDATE device_codes SET polled = ?, period = ? WHERE hash = ?",
            (now, period, found.hash),
        )
    return early


def decide(store: Store, found: DeviceCode, approved: bool, role: str) -> bool:
    """Approve or deny; return False if that was done before."""
    state = "approved" if approved else "denied"
    return _move(store, found, "pending", state, role)


def use(store: Store, found: DeviceCode) -> bool:
    """Mark an approved one as used; return False if it was so already."""
    return _move(store, found, "approved", "used", found.role)


def _move(store: Store, found: DeviceCode, before: str, after: str, role: str | None) -> bool:
    with store.writing():
        done = store.connection.execute(
            "UPDATE device_codes SET state = ?, role = ? WHERE hash = ? AND state = ?",
            (after, role, found.hash, before),
        )
    return done.rowcount == 1


def _find(store: Store, column: str, code: str) -> DeviceCode | None:
    sql = f"SELECT {_COLUMNS} FROM device_codes WHERE {column} = ?"  # noqa: S608 - names of ours
    row = store.connection.execute(sql, (token_hash(code),)).fetchone()
    return DeviceCode(*row) if row else None
