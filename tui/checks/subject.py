"""Which subject identifiers a client sees (OpenID Connect Core 1.0 section 8)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import JANS_REGISTRATION, Finding, Severity
from tui.checks.reading import attributes
from tui.checks.text import shown
from tui.checks.uri_syntax import hosts, is_loopback
from tui.models.enums import SubjectType

if TYPE_CHECKING:
    from tui.models.client import Client

_SECTOR = "sectorIdentifierUri"
_ATTRIBUTE = "attributes.jansSubAttr"


def sector(client: Client) -> Iterator[Finding]:
    """Pairwise subjects need one sector, and the server has to reach its list."""
    if address := client.sector_identifier_uri:
        if any(_is_internal(host) for host in hosts([address])):
            message = f"{shown(address)} is an internal address, which the server may not fetch."
            yield Finding(_SECTOR, Severity.WARNING, message, None, JANS_REGISTRATION)
    elif client.subject_type == SubjectType.PAIRWISE:
        own = hosts(client.redirect_uris or [])
        if len(own) > 1:
            message = (
                f"Pairwise subjects with redirect URIs on {len(own)} hosts need an https sector "
                "identifier URI that lists them all: add it."
            )
            source, related = "OpenID Connect Core 1.0 section 8.1", ("subjectType", "redirectUris")
            yield Finding(_SECTOR, Severity.ERROR, message, None, source, related)


def subject_attribute(client: Client) -> Iterator[Finding]:
    """An attribute of its own as subject goes with public subjects only."""
    if attributes(client).jans_sub_attr and client.subject_type == SubjectType.PAIRWISE:
        message = "A subject attribute does nothing for pairwise subjects: remove one of the two."
        yield Finding(
            _ATTRIBUTE, Severity.WARNING, message, None, JANS_REGISTRATION, ("subjectType",)
        )


def _is_internal(host: str) -> bool:
    if is_loopback(host):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False
