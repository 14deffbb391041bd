"""How strongly people have to authenticate: default, allowed and minimum ACR values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import Finding, Severity
from tui.checks.reading import attributes
from tui.checks.text import shown

if TYPE_CHECKING:
    from tui.models.client import Client

NO_MINIMUM = -1
_DEFAULT = "defaultAcrValues"
_ALLOWED = "attributes.jansAuthorizedAcr"
_LEVEL = "attributes.minimumAcrLevel"
_PRIORITY = "attributes.minimumAcrPriorityList"
_RESOLVE = "attributes.minimumAcrLevelAutoresolve"


def acr(client: Client) -> Iterator[Finding]:
    """Defaults outside what is allowed, and settings of a minimum that does not apply."""
    own = attributes(client)
    allowed = set(own.jans_authorized_acr or ())
    for index, value in enumerate(client.default_acr_values or []):
        if allowed and value not in allowed:
            message = f"{shown(value)} is not among the allowed ACRs: allow it or remove it."
            yield Finding(_DEFAULT, Severity.WARNING, message, index, related=(_ALLOWED,))
    level = NO_MINIMUM if own.minimum_acr_level is None else own.minimum_acr_level
    if level < NO_MINIMUM:
        message = f"{level} is no level: give 0 or more, or -1 for no minimum."
        yield Finding(_LEVEL, Severity.ERROR, message)
    resolves = level > NO_MINIMUM and own.minimum_acr_level_autoresolve
    if own.minimum_acr_priority_list and not resolves:
        message = "The priority list only helps to resolve a minimum level: set one, or clear it."
        yield Finding(_PRIORITY, Severity.WARNING, message, related=(_LEVEL, _RESOLVE))
