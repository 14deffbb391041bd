"""Dates after which a client or its secret is of no use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tui.checks.finding import Finding, Severity

if TYPE_CHECKING:
    from tui.models.client import Client

SOON = timedelta(days=30)
_CLIENT = "expirationDate"
_SECRET = "clientSecretExpiresAt"


def expiry(client: Client, now: datetime | None = None) -> Iterator[Finding]:
    """Dates in the past, and a secret that ends within 30 days.

    Args:
        client: its dates are in the server's zone, which it does not tell: taken as UTC.
        now: the present; one without a zone is taken as the server's. The clock when ``None``.
    """
    present = _naive(now or datetime.now(UTC))
    if client.expiration_date and client.expiration_date <= present:
        message = f"The client expired on {_day(client.expiration_date)}: the server may delete it."
        yield Finding(_CLIENT, Severity.WARNING, message)
    expires = client.client_secret_expires_at
    # Registration writes 0 for never, which as a date is the epoch.
    if not expires or expires.year <= 1970:
        return
    if expires <= present:
        message = f"The secret expired on {_day(expires)}: set a new one and a later date."
        yield Finding(_SECRET, Severity.WARNING, message)
    elif expires - present <= SOON:
        message = f"The secret expires on {_day(expires)}: plan to set a new one."
        yield Finding(_SECRET, Severity.WARNING, message)


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} (server time)"
