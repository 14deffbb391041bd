"""What is wrong with a new software statement before it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from tui.checks.finding import Finding, Severity
from tui.models.dates import to_local
from tui.models.json import Json, JsonObject

JANS_SSA = "Jans software statement rule"

RESERVED = frozenset({"iss", "iat", "exp", "jti", "nbf", "aud", "sub"})
"""Claims that the server sets itself (RFC 7519 section 4.1)."""

OWN = frozenset(
    {
        *("org_id", "software_id", "description", "software_roles", "grant_types", "expiration"),
        *("one_time_use", "rotate_ssa", "lifetime"),
    }
)
"""Members with a meaning of their own."""

LONG = 400 * 86_400
"""Seconds after which it is said that a statement is valid for long."""


def check_statement(members: JsonObject, further: str, now: datetime) -> list[Finding]:
    """All findings.

    Args:
        members: what is asked for, as the form has it: ``expiration`` in seconds from now, or a
            date-time in UTC.
        further: the member that holds rows of further claims.
        now: with its zone.
    """
    return [
        *_organization(members),
        *_validity(members, now),
        *_lifetime(members),
        *_further(members, further),
    ]


def _error(path: str, message: str, index: int | None = None) -> Finding:
    return Finding(path, Severity.ERROR, message, index, JANS_SSA)


def _warning(path: str, message: str, *related: str) -> Finding:
    return Finding(path, Severity.WARNING, message, source=JANS_SSA, related=related)


def _organization(members: JsonObject) -> Iterator[Finding]:
    if members.get("org_id") in (None, ""):
        yield _error("org_id", "Say for which organization: the server takes none without.")


def _validity(members: JsonObject, now: datetime) -> Iterator[Finding]:
    seconds = _seconds(members.get("expiration"), now)
    if seconds is not None and seconds <= 0:
        yield _error("expiration", "It would be over already.")
    elif seconds is not None and seconds > LONG:
        yield _warning("expiration", "That is long: until then somebody has to keep it safe.")
    if members.get("one_time_use") is False:
        yield _warning(
            "one_time_use",
            "Whoever has it can register any number of clients until it ends.",
            "expiration",
        )


def _seconds(validity: Json, now: datetime) -> float | None:
    if isinstance(validity, str) and validity:
        return (to_local(validity).replace(tzinfo=UTC) - now).total_seconds()
    if isinstance(validity, int) and not isinstance(validity, bool):
        return validity
    return None


def _lifetime(members: JsonObject) -> Iterator[Finding]:
    lifetime = members.get("lifetime")
    if isinstance(lifetime, int) and lifetime < 1:
        yield _error("lifetime", "A client lives for one second at least.")


def _further(members: JsonObject, further: str) -> Iterator[Finding]:
    rows = members.get(further)
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        name = row.get("name") if isinstance(row, dict) else None
        if name in RESERVED:
            yield _error(further, f"{name} is set by the server itself.", index)
        elif name in OWN:
            yield _error(further, f"{name} has a field of its own above.", index)
