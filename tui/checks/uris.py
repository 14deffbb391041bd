"""The addresses of a client other than its redirect URIs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import SPEC_REGISTRATION, Finding, Severity
from tui.checks.reading import localized, text
from tui.checks.redirect_uris import redirect_targets
from tui.checks.rows import duplicates
from tui.checks.text import shown
from tui.checks.uri_syntax import examine

if TYPE_CHECKING:
    from tui.models.client import Client

_PAGES = ("logoUri", "clientUri", "policyUri", "tosUri")
_SERVICES = {
    "initiateLoginUri": SPEC_REGISTRATION,
    "jwksUri": SPEC_REGISTRATION,
    "sectorIdentifierUri": SPEC_REGISTRATION,
    "backchannelClientNotificationEndpoint": "OpenID Connect CIBA Core 1.0 section 4",
}


def pages(client: Client) -> Iterator[Finding]:
    """The pages that people are shown: http or https, in every language."""
    for path in _PAGES:
        if value := text(client, path):
            yield from page_uri(path, value)
        for value in localized(client, f"{path}Localized").values():
            if value:
                yield from page_uri(f"{path}Localized", value)


def services(client: Client) -> Iterator[Finding]:
    """The addresses that the server or a browser calls for the client: https."""
    for path, source in _SERVICES.items():
        value = text(client, path)
        if value:
            yield from https_uri(path, value, None, source)


def post_logout_redirect_uris(client: Client) -> Iterator[Finding]:
    """Where the browser goes after logout: the same rules as for redirect URIs."""
    values = client.post_logout_redirect_uris or []
    yield from redirect_targets(client, "postLogoutRedirectUris", values)


def request_uris(client: Client) -> Iterator[Finding]:
    """Request objects by reference: https, else only the signature protects them."""
    path, source = "requestUris", "OpenID Connect Core 1.0 section 6.2"
    values = client.request_uris or []
    for index, value in enumerate(values):
        yield from https_uri(path, value, index, source, Severity.WARNING)
    yield from duplicates(path, values)


def authorized_origins(client: Client) -> Iterator[Finding]:
    """Origins that may call the server from a browser: scheme, host and port, no more."""
    path, source = "authorizedOrigins", "RFC 6454 section 6.2"
    values = client.authorized_origins or []
    for index, value in enumerate(values):
        if value == "*":
            message = "* lets every site in: list the origins one by one."
            yield Finding(path, Severity.ERROR, message, index, source)
            continue
        uri, findings = examine(path, value, index)
        yield from findings
        if uri is None:
            continue
        if value.lower() != f"{uri.scheme}://{uri.authority}".lower():
            message = f"{shown(value)} is more than an origin: keep scheme://host[:port] only."
            yield Finding(path, Severity.ERROR, message, index, source)
        elif uri.scheme == "http" and not uri.is_loopback:
            message = f"{shown(value)} is not encrypted, anyone on the way can pose as it."
            yield Finding(path, Severity.WARNING, message, index, source)
    yield from duplicates(path, values)


def page_uri(path: str, value: str) -> Iterator[Finding]:
    """An address that people open: http or https."""
    uri, findings = examine(path, value, None)
    yield from findings
    if uri is not None and uri.scheme not in ("http", "https"):
        message = f"{shown(value)} is no web page: use https."
        yield Finding(path, Severity.ERROR, message, None, "RFC 7591 section 2")


def https_uri(
    path: str,
    value: str,
    index: int | None,
    source: str,
    severity: Severity = Severity.ERROR,
) -> Iterator[Finding]:
    """An address that must be https; plain http on this machine is a warning.

    Args:
        path: the member that holds it.
        value: the address.
        index: its row, 0-based, when the member is a list.
        source: where the rule comes from.
        severity: what plain http elsewhere amounts to.
    """
    uri, findings = examine(path, value, index)
    yield from findings
    if uri is None or uri.scheme == "https":
        return
    if uri.scheme != "http":
        message = f"{shown(value)} is no https address: use https."
        yield Finding(path, Severity.ERROR, message, index, source)
    elif uri.is_loopback:
        message = f"{shown(value)} is not encrypted: good for tests on this machine only."
        yield Finding(path, Severity.WARNING, message, index, source)
    else:
        message = f"{shown(value)} is not encrypted: use https."
        yield Finding(path, severity, message, index, source)
