"""Whether a client can be used, and when something happened. No Textual here.

The server's dates have no zone; they are compared with UTC.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import NamedTuple, TypeAlias

from tui.models.dates import to_local
from tui.models.document import ClientDocument

Clock: TypeAlias = Callable[[], datetime]
"""The time now in UTC, without a zone."""

SOON = timedelta(days=30)
"""How long before its end a client is no longer just called active."""

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def utc_now() -> datetime:
    """The time now in UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


class State(Enum):
    """What a client's status comes to."""

    ACTIVE = "active"
    DISABLED = "disabled"
    ENDING = "ending"
    EXPIRED = "expired"


class Status(NamedTuple):
    """A state, and the word for it: ``6 days left`` for ``ENDING``."""

    state: State
    word: str


ACTIVE = Status(State.ACTIVE, "active")
DISABLED = Status(State.DISABLED, "disabled")
EXPIRED = Status(State.EXPIRED, "expired")


def moment(document: ClientDocument, path: str) -> datetime | None:
    """The date-time at ``path``; None when there is none that can be read."""
    try:
        return to_local(document.text(path))
    except ValueError:
        return None


def status_of(document: ClientDocument, now: datetime) -> Status:
    """Disabled, expired, about to expire (the client or its secret), or active."""
    if document.get("disabled") is True:
        return DISABLED
    ends = [
        end
        for name in ("expirationDate", "clientSecretExpiresAt")
        if (end := moment(document, name)) is not None
    ]
    if not ends:
        return ACTIVE
    left = min(ends) - now
    if left <= timedelta():
        return EXPIRED
    if left > SOON:
        return ACTIVE
    if left < HOUR:
        return Status(State.ENDING, "minutes left")
    if left < DAY:
        return Status(State.ENDING, f"{left // HOUR} h left")
    days = left // DAY
    return Status(State.ENDING, "1 day left" if days == 1 else f"{days} days left")


def ago(then: datetime, now: datetime) -> str:
    """``3 h ago``; a date once that says more."""
    past = now - then
    if past < timedelta(minutes=1):
        return "just now"
    if past < HOUR:
        return f"{past // timedelta(minutes=1)} min ago"
    if past < DAY:
        return f"{past // HOUR} h ago"
    if past < 60 * DAY:
        days = past // DAY
        return "1 day ago" if days == 1 else f"{days} days ago"
    return f"on {then:%Y-%m-%d}"
