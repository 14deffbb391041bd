"""Where the browser is sent with the answer: redirect URIs and UMA claims redirect URIs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import JANS_REGISTRATION, SPEC_REGISTRATION, Finding, Severity
from tui.checks.reading import is_native, response_words
from tui.checks.rows import duplicates
from tui.checks.text import shown
from tui.checks.uri_syntax import Uri, examine
from tui.models.enums import GrantType, ResponseType

if TYPE_CHECKING:
    from tui.models.client import Client

PATH = "redirectUris"
_JANS_LOOPBACK = ("localhost", "127.0.0.1")
_BY_BROWSER = frozenset({GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT})
_WITHOUT_BROWSER = frozenset(
    {GrantType.DEVICE_CODE, GrantType.PASSWORD, GrantType.CLIENT_CREDENTIALS}
)


def redirect_uris(client: Client) -> Iterator[Finding]:
    """Each redirect URI by itself, duplicates, and whether there has to be one."""
    yield from redirect_targets(client, PATH, client.redirect_uris or [])
    if not client.redirect_uris and _needs_redirect(client):
        message = "These grants and response types need a redirect URI: add one."
        related = ("grantTypes", "responseTypes")
        yield Finding(PATH, Severity.ERROR, message, None, JANS_REGISTRATION, related)


def new_client_redirect_uris(client: Client) -> Iterator[Finding]:
    """What the server asks of a client that is made: a redirect URI, needed or not."""
    if not client.redirect_uris and not _needs_redirect(client):
        message = (
            "The server makes no client without a redirect URI, not even one that only uses "
            "client_credentials: add one, such as https://localhost/; it need not exist."
        )
        yield Finding(PATH, Severity.ERROR, message, None, "Jans Config API")


def claim_redirect_uris(client: Client) -> Iterator[Finding]:
    """Where UMA claims gathering returns to: the same rules as for redirect URIs."""
    yield from redirect_targets(client, "claimRedirectUris", client.claim_redirect_uris or [])


def redirect_targets(client: Client, path: str, values: list[str]) -> Iterator[Finding]:
    """Findings about the ``values`` of the list at ``path``, by the client's type."""
    for index, value in enumerate(values):
        uri, findings = examine(path, value, index)
        yield from findings
        if uri is None:
            continue
        yield from _exactness(path, value, index, uri)
        yield from (_native if is_native(client) else _web)(path, value, index, uri)
    yield from duplicates(path, values)


def _needs_redirect(client: Client) -> bool:
    grants, answers = set(client.grant_types or ()), response_words(client)
    if grants & _BY_BROWSER or answers & {ResponseType.TOKEN, ResponseType.ID_TOKEN}:
        return True
    return ResponseType.CODE in answers and not grants & _WITHOUT_BROWSER


def _exactness(path: str, value: str, index: int, uri: Uri) -> Iterator[Finding]:
    if uri.has_fragment:
        message = f"{shown(value)} has a fragment: remove the # and what follows."
        yield Finding(path, Severity.ERROR, message, index, "RFC 6749 section 3.1.2")
    if "*" in uri.authority or "*" in uri.path:
        message = f"{shown(value)} has a wildcard, which the server does not match: write it out."
        yield Finding(path, Severity.ERROR, message, index, "RFC 9700 section 2.1")


def _web(path: str, value: str, index: int, uri: Uri) -> Iterator[Finding]:
    related = ("applicationType",)
    if uri.scheme == "http" and not uri.is_loopback:
        message = f"{shown(value)} is not encrypted: use https, or http on localhost or 127.0.0.1."
        yield Finding(path, Severity.ERROR, message, index, JANS_REGISTRATION, related)
    elif uri.scheme == "http" and uri.host not in _JANS_LOOPBACK:
        message = f"{shown(value)} is loopback, but Jans knows only localhost and 127.0.0.1 so."
        yield Finding(path, Severity.WARNING, message, index, JANS_REGISTRATION, related)
    elif uri.scheme not in ("http", "https"):
        message = f"{shown(value)} has a scheme of its own: set the application type to native."
        yield Finding(path, Severity.WARNING, message, index, SPEC_REGISTRATION, related)


def _native(path: str, value: str, index: int, uri: Uri) -> Iterator[Finding]:
    related = ("applicationType",)
    if uri.scheme == "http" and not uri.is_loopback:
        message = f"{shown(value)} is not encrypted: use https, a scheme of the app, or loopback."
        yield Finding(path, Severity.ERROR, message, index, SPEC_REGISTRATION, related)
    elif uri.scheme not in ("http", "https") and "." not in uri.scheme:
        message = (
            f"Any app may claim the scheme {shown(uri.scheme)}: name it after a domain of yours, "
            "as com.example.app."
        )
        yield Finding(path, Severity.WARNING, message, index, "RFC 8252 section 7.1", related)
