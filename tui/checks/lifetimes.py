"""Lifetimes, in seconds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import OAUTH_SECURITY, Finding, Severity
from tui.checks.reading import member

if TYPE_CHECKING:
    from tui.models.client import Client

HOUR = 3600
DAY = 24 * HOUR
YEAR = 365 * DAY
PAR_DEFAULT = 600
_PAR = "attributes.parLifetime"
_UNWISE = {
    "accessTokenLifetime": (DAY, "a day", "RFC 6750 section 5.3"),
    "refreshTokenLifetime": (YEAR, "a year", f"{OAUTH_SECURITY} section 4.14"),
    "attributes.idTokenLifetime": (DAY, "a day", ""),
    "attributes.txTokenLifetime": (HOUR, "an hour", ""),
    _PAR: (HOUR, "an hour", "RFC 9126 section 2.2"),
}
_CLIENT_LIFETIME = "attributes.requestedLifetime"
_MAXIMUM_AGE = "defaultMaxAge"


def lifetimes(client: Client) -> Iterator[Finding]:
    """Negative, zero and overlong lifetimes. What exceeds 32 bits is no lifetime at all."""
    for path in (*_UNWISE, _CLIENT_LIFETIME, _MAXIMUM_AGE):
        seconds = member(client, path)
        if isinstance(seconds, int):
            yield from lifetime(path, seconds)


def lifetime(path: str, seconds: int) -> Iterator[Finding]:
    """Findings about the lifetime at ``path``."""
    if seconds < 0:
        message = f"{seconds} is no lifetime: give seconds, or leave it empty for the server's own."
        yield Finding(path, Severity.ERROR, message)
    elif seconds == 0 and path == _PAR:
        message = f"The server makes {PAR_DEFAULT} of 0: give seconds or leave it empty."
        yield Finding(path, Severity.WARNING, message, source="Jans Config API")
    elif seconds == 0 and path in _UNWISE:
        message = "0 stands for the server's own lifetime: leave it empty to say so plainly."
        yield Finding(path, Severity.WARNING, message, source="Jans Config API")
    elif path in _UNWISE and seconds > _UNWISE[path][0]:
        _, longest, source = _UNWISE[path]
        message = f"{seconds} seconds are more than {longest}: a stolen token lives as long."
        yield Finding(path, Severity.WARNING, message, source=source)
