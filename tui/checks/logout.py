"""Where a client is told that its user has logged out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import JANS_REGISTRATION, Finding, Severity
from tui.checks.reading import attributes
from tui.checks.text import shown
from tui.checks.uri_syntax import hosts
from tui.checks.uris import https_uri

if TYPE_CHECKING:
    from tui.models.client import Client

_FRONT = "frontChannelLogoutUri"
_BACK = "attributes.backchannelLogoutUri"


def front_channel_logout(client: Client) -> Iterator[Finding]:
    """One https address on the host of a redirect URI."""
    if value := client.front_channel_logout_uri:
        yield from https_uri(_FRONT, value, None, JANS_REGISTRATION)
        yield from _host(client, _FRONT, value, None)


def back_channel_logout(client: Client) -> Iterator[Finding]:
    """The same for each back-channel address, of which registration knows one."""
    values = attributes(client).backchannel_logout_uri or []
    for index, value in enumerate(values):
        yield from https_uri(_BACK, value, index, JANS_REGISTRATION)
        yield from _host(client, _BACK, value, index)
    if len(values) > 1:
        message = "Dynamic registration knows one back-channel logout address: keep one."
        source = "OpenID Connect Back-Channel Logout 1.0 section 2.2"
        yield Finding(_BACK, Severity.WARNING, message, None, source)


def _host(client: Client, path: str, value: str, index: int | None) -> Iterator[Finding]:
    own, known = hosts([value]), hosts(client.redirect_uris or [])
    if known and own and not own <= known:
        message = f"{shown(value)} is on no host of a redirect URI: registration refuses that."
        related = ("redirectUris",)
        yield Finding(path, Severity.WARNING, message, index, JANS_REGISTRATION, related)
