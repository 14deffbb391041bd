"""What people read about a client: its name, its languages and whom to write to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.checks.finding import Finding, Severity
from tui.checks.reading import localized
from tui.checks.text import shown

if TYPE_CHECKING:
    from tui.models.client import Client

LONGEST_NAME = 100
_NAME = "clientName"
_CONTACTS = "contacts"
_SOURCE = "RFC 7591 section 2"
_LOCALIZED = (
    "clientNameLocalized",
    "logoUriLocalized",
    "clientUriLocalized",
    "policyUriLocalized",
    "tosUriLocalized",
)
_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")
_INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,8}|[xX]|[iI])(-[A-Za-z0-9]{1,8})*")


def names(client: Client) -> Iterator[Finding]:
    """The name that people are asked to trust, in every language."""
    name = client.client_name or client.display_name or ""
    if not name.strip():
        message = "The client has no name: people and colleagues see its ID instead, add one."
        yield Finding(_NAME, Severity.WARNING, message, None, _SOURCE)
    yield from readable_name(_NAME, name)
    for text in localized(client, "clientNameLocalized").values():
        yield from readable_name("clientNameLocalized", text)


def readable_name(path: str, name: str) -> Iterator[Finding]:
    """A name that fits on a screen and hides nothing."""
    if len(name) > LONGEST_NAME:
        message = f"The name has {len(name)} characters: at most {LONGEST_NAME} fit on a screen."
        yield Finding(path, Severity.WARNING, message)
    if any(_is_invisible(c) for c in name):
        message = f"The name {shown(name)} contains invisible characters: remove them."
        yield Finding(path, Severity.WARNING, message, None, "RFC 7591 section 5")


def contacts(client: Client) -> Iterator[Finding]:
    """Mail addresses of those who are responsible."""
    for index, contact in enumerate(client.contacts or []):
        if not _MAIL.fullmatch(contact.removeprefix("mailto:")):
            message = f"{shown(contact)} is no e-mail address: correct it."
            yield Finding(_CONTACTS, Severity.WARNING, message, index, _SOURCE)


def language_tags(client: Client) -> Iterator[Finding]:
    """The keys of localized texts: BCP 47 tags, or empty for the default."""
    for path in _LOCALIZED:
        for tag in localized(client, path):
            if tag and not _LANGUAGE_TAG.fullmatch(tag):
                message = f"{shown(tag)} is no language tag: write one like fr or pt-BR."
                yield Finding(path, Severity.WARNING, message, None, "RFC 5646 section 2.1")


def _is_invisible(character: str) -> bool:
    # Joiners are part of how Persian, Hindi and some emoji are written.
    return unicodedata.category(character) in _INVISIBLE and character not in _JOINERS
