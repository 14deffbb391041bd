"""Software statements in the few words that a screen has room for. No Textual here.

What holds names is foreign text: it is made plain when it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from tui.forms.codecs import json_text
from tui.forms.duration import spell_duration
from tui.models.enums import GRANT_WORDS
from tui.models.json import Json, JsonObject
from tui.models.registration.software_statement import SsaDocument, moment_of
from tui.widgets.client_status import DAY, HOUR, ago

TIMES = frozenset({"iat", "nbf", "exp", "auth_time", "updated_at"})
"""Claims that are seconds since 1970 (RFC 7519 section 4.1, OpenID Connect Core section 2)."""

NAMES = {
    "iss": "Issuer",
    "org_id": "Organization",
    "software_id": "Software ID",
    "software_version": "Software version",
    "software_roles": "Software roles",
    "grant_types": "Grants",
    "description": "Description",
    "exp": "Expires",
    "nbf": "Not before",
    "one_time_use": "One-time use",
    "lifetime": "Clients live",
    "rotate_ssa": "Rotation",
    "jti": "ID (jti)",
    "iat": "Made",
    "client_name": "Client name",
    "redirect_uris": "Redirect URIs",
    "scope": "Scopes",
}
"""What a person calls the claims that are known, in the order in which they are shown."""


def grant_words(grants: list[str]) -> list[str]:
    """A short word for each; URNs by their last part."""
    return [GRANT_WORDS.get(grant) or grant.rpartition(":")[2] or grant for grant in grants]


def day(moment: datetime | None) -> str:
    """``2026-12-25``; "" when nobody says."""
    return f"{moment:%Y-%m-%d}" if moment is not None else ""


def use_word(document: SsaDocument) -> str:
    """Whether one client can be registered with it, or many; "" when the server does not say."""
    value = document.get("ssa.one_time_use")
    return ("once" if value else "many") if isinstance(value, bool) else ""


def name_of(document: SsaDocument) -> str:
    """What to call it: its software, else its id."""
    return document.software_id or document.jti


def when(then: datetime, now: datetime) -> str:
    """``2026-12-25 15:54 UTC, in 30 days``; both have a zone."""
    return f"{then:%Y-%m-%d %H:%M} UTC, {distance(then, now)}"


def distance(then: datetime, now: datetime) -> str:
    """``in 30 days``, ``3 h ago``; either both have a zone or none."""
    left = then - now
    if left <= timedelta():
        return f"{(now - then) // DAY:,} days ago" if now - then > 60 * DAY else ago(then, now)
    if left < HOUR:
        return f"in {left // timedelta(minutes=1)} min"
    if left < 2 * DAY:
        return f"in {left // HOUR} h"
    return f"in {round(left / DAY):,} days"


def claim_rows(claims: JsonObject, now: datetime) -> Iterator[tuple[str, str]]:
    """A label and the value in words for each claim, those that are known first."""
    known = [name for name in NAMES if name in claims]
    for name in [*known, *(name for name in claims if name not in NAMES)]:
        yield NAMES.get(name, name), _in_words(name, claims[name], now)


def _in_words(name: str, value: Json, now: datetime) -> str:
    moment = moment_of(value) if name in TIMES else None
    if moment is not None:
        return when(moment, now)
    if name == "lifetime" and isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return f"{spell_duration(value)} ({value}) after they registered"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else json_text(value)
