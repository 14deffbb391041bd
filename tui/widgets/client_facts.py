"""What the summary and the details say of a client, as words. No Textual here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tui.forms.duration import spell_duration
from tui.models.document import ClientDocument
from tui.widgets.client_status import ago, moment
from tui.widgets.client_words import counted

_LIFETIMES = (
    ("access", "accessTokenLifetime"),
    ("refresh", "refreshTokenLifetime"),
    ("ID", "attributes.idTokenLifetime"),
)

_DATES = (
    ("created", "clientIdIssuedAt"),
    ("secret ends", "clientSecretExpiresAt"),
    ("client ends", "expirationDate"),
)


def lifetime(document: ClientDocument, path: str) -> str:
    """A lifetime in seconds as ``5 min``; "" when the server's default applies."""
    value = document.get(path)
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**31:
        return spell_duration(value)
    return ""


def lifetimes(document: ClientDocument) -> list[tuple[str, str]]:
    """The tokens whose lifetime is set, and how long that is."""
    return [(name, spelt) for name, path in _LIFETIMES if (spelt := lifetime(document, path))]


def asks_for_pkce(document: ClientDocument) -> bool:
    """Whether authorization requests must use PKCE (RFC 7636)."""
    return document.get("attributes.requirePkce") is True


def last_used(document: ClientDocument, now: datetime) -> str:
    """``3 h ago``; "" when the server does not say."""
    then = moment(document, "lastAccessTime")
    return ago(then, now) if then else ""


def dates(document: ClientDocument) -> list[tuple[str, str]]:
    """What happened or will happen to the client, to the minute, in the server's time."""
    return [
        (name, f"{when:%Y-%m-%d %H:%M}")
        for name, path in _DATES
        if (when := moment(document, path)) is not None
    ]


def summary(document: ClientDocument, now: datetime) -> Iterator[str]:
    """The facts after the name, the most telling first."""
    uris = document.texts("redirectUris")
    yield counted(len(uris), "redirect URI")
    yield counted(len(document.texts("scopes")), "scope")
    if asks_for_pkce(document):
        yield "PKCE"
    if access := lifetime(document, "accessTokenLifetime"):
        yield f"access {access}"
    if used := last_used(document, now):
        yield f"last used {used}"
