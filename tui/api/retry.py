"""Whether to send a request again, and when. Pure: no clock, no I/O."""

import random as _random
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

from tui.api.request import READS

MAX_TRIES = 3
LONGEST_WAIT = 20.0
"""Seconds; a server that asks for more is not waited for."""

_FIRST_BACKOFF = 0.5
_LONGEST_BACKOFF = 8.0
AWAY = frozenset({502, 503, 504})
"""Statuses of a proxy whose server is not there, such as while that restarts."""

_PASSING = AWAY | {429}


class Fault(Enum):
    """Why there is no answer."""

    REFUSED = "refused"
    """No connection: nothing was sent."""
    TIMED_OUT = "timed out"
    BROKEN = "broken"
    """The connection broke: the request may have arrived."""
    LASTING = "lasting"
    """Trying again cannot help: TLS, protocol."""


class Outcome(NamedTuple):
    """How a try ended: with a fault, or with a status and the wait asked for in seconds."""

    fault: Fault | None = None
    status: int = 0
    retry_after: float | None = None


def decide(
    method: str,
    attempt: int,
    outcome: Outcome,
    *,
    random: Callable[[], float] = _random.random,
) -> float | None:
    """Seconds to wait before the next try, or None to let the outcome stand.

    A read is tried again after whatever may pass. A write is tried again only where it
    certainly was not done: the connection was refused, or the server said "not now" (429, or
    503 with Retry-After). So there is never a second POST after a time-out or a reset.

    Args:
        method: HTTP method in capitals.
        attempt: tries made so far, from 1.
        outcome: how the last one ended.
        random: a number from 0 up to 1, for the jitter.
    """
    if attempt >= MAX_TRIES or not _may_repeat(method, outcome):
        return None
    if outcome.retry_after is not None:
        return outcome.retry_after if outcome.retry_after <= LONGEST_WAIT else None
    longest: float = min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2 ** (attempt - 1))
    return random() * longest


def _may_repeat(method: str, outcome: Outcome) -> bool:
    if method in READS:
        if outcome.fault is not None:
            return outcome.fault is not Fault.LASTING
        return outcome.status in _PASSING
    if outcome.fault is not None:
        return outcome.fault is Fault.REFUSED
    return outcome.status == 429 or (outcome.status == 503 and outcome.retry_after is not None)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110 section 10.2.3), at least 0.

    Args:
        value: the header: seconds or an HTTP date; None or nonsense gives None.
        now: with its zone, to measure a date against.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
