"""Which clients are wanted: words such as ``grant:password`` in a search.

Each word that is no ``key:value`` belongs to the text that the server searches for. A key is
one of ``KEYS``, or a client's member by any of its names. A ``-`` before a word turns it
round. Few servers can filter by more than equality of a few members, so most words are looked
at here, client by client.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from tui.models.dates import to_local
from tui.models.document import ClientDocument
from tui.models.enums import GRANT_WORDS, AuthMethod
from tui.models.json import Json
from tui.models.member_names import find_member
from tui.models.plain import plain

Test: TypeAlias = Callable[[ClientDocument], bool]
"""Whether a client is wanted."""

ScopeIds: TypeAlias = Mapping[str, str]
"""The id of each scope by its DN; {} while they are not known."""


class FilterError(ValueError):
    """A word that looks like a filter and is none; the text is a sentence."""


class ClientFilter(NamedTuple):
    """What a search asks for.

    Attributes:
        pattern: what the server searches for in name, id and description.
        equal: what the server compares, property of its class -> value.
        tests: what is left to be looked at here; a client must pass all.
        needs_scopes: whether one of them wants ``ScopeIds``.
    """

    pattern: str = ""
    equal: Mapping[str, str] = MappingProxyType({})
    tests: tuple[Test, ...] = ()
    needs_scopes: bool = False

    def wants(self, client: ClientDocument) -> bool:
        """Whether ``client`` passes the tests."""
        return all(test(client) for test in self.tests)


def read_filter(text: str, now: datetime, scope_ids: ScopeIds | None = None) -> ClientFilter:
    """Take a search apart.

    Args:
        text: as typed.
        now: the server's time, without a zone.
        scope_ids: what ``scope:`` compares with; looked into when clients are tested.

    Raises:
        FilterError: a value does not fit its key.
    """
    words: list[str] = []
    equal: dict[str, str] = {}
    tests: list[Test] = []
    needs_scopes = False
    for word in text.split():
        inverted = word.startswith("-")
        key, colon, value = word.removeprefix("-").partition(":")
        if not (colon and value and is_key(key)):
            words.append(word)
            continue
        name = key.casefold()
        pair = _EQUAL.get((name, value.casefold()))
        if pair is not None and not inverted and pair[0] not in equal:
            equal[pair[0]] = pair[1]
            continue
        needs_scopes |= name == "scope"
        test = _test(key, value, now, scope_ids if scope_ids is not None else {})
        tests.append(_not(test) if inverted else test)
    return ClientFilter(" ".join(words), equal, tuple(tests), needs_scopes)


def is_key(key: str) -> bool:
    """Whether ``key:`` filters; what a URL or an urn begins with does not."""
    return key.casefold() in KEYS or find_member(key) is not None


KEYS: dict[str, str] = {
    "grant": "a grant type, such as code, refresh or client_credentials",
    "auth": "a token endpoint authentication method, such as none or private_key_jwt",
    "type": "web or native",
    "scope": "the id of a scope",
    "redirect": "a part of a redirect URI",
    "is": "enabled, disabled, expired, trusted or public",
    "expires": "within a time, such as 30d",
    "unused": "for a time, such as 90d",
}
"""The keys besides the names of members, and what their values are."""

_EQUAL: dict[tuple[str, str], tuple[str, str]] = {
    ("is", "disabled"): ("disabled", "true"),
    ("is", "trusted"): ("trustedClient", "true"),
    ("type", "web"): ("applicationType", "web"),
    ("type", "native"): ("applicationType", "native"),
}
"""What every server can compare: members that it always stores."""


def _not(test: Test) -> Test:
    return lambda client: not test(client)


def _test(key: str, value: str, now: datetime, scope_ids: ScopeIds) -> Test:
    match key.casefold():
        case "grant":
            return lambda client: _is_among(value, _grants(client))
        case "auth":
            return lambda client: _is_among(value, _methods(client))
        case "type":
            return lambda client: client.text("applicationType").casefold() == value.casefold()
        case "scope":
            return lambda client: _is_among(
                value, (scope_ids.get(dn, dn) for dn in client.texts("scopes"))
            )
        case "redirect":
            return lambda client: _is_part(value, client.texts("redirectUris"))
        case "is":
            return _state(value, now)
        case "expires":
            end = now + _days(key, value)
            return lambda client: any(now < date <= end for date in _ends(client))
        case "unused":
            then = now - _days(key, value)
            return lambda client: all(date < then for date in _uses(client))
        case _:
            return _member_test(key, value)


def _grants(client: ClientDocument) -> Iterable[str]:
    for grant in client.texts("grantTypes"):
        yield from (grant, grant.rpartition(":")[2], GRANT_WORDS.get(grant, grant))


def _methods(client: ClientDocument) -> list[str]:
    more = client.texts("attributes.additionalTokenEndpointAuthMethods")
    return [client.text("tokenEndpointAuthMethod"), *more]


def _ends(client: ClientDocument) -> list[datetime]:
    return _dates(client, "expirationDate", "clientSecretExpiresAt")


def _uses(client: ClientDocument) -> list[datetime]:
    return _dates(client, "lastAccessTime", "lastLogonTime")


def _dates(client: ClientDocument, *paths: str) -> list[datetime]:
    found = []
    for path in paths:
        try:
            found.append(to_local(client.text(path)))
        except ValueError:
            continue
    return found


def _state(value: str, now: datetime) -> Test:
    states: dict[str, Test] = {
        "enabled": lambda client: client.get("disabled") is not True,
        "disabled": lambda client: client.get("disabled") is True,
        "expired": lambda client: any(end <= now for end in _ends(client)),
        "trusted": lambda client: client.get("trustedClient") is True,
        "public": lambda client: client.text("tokenEndpointAuthMethod") == AuthMethod.NONE,
    }
    test = states.get(value.casefold())
    if test is None:
        raise FilterError(f"is: takes {KEYS['is']}, not “{plain(value, 60)}”.")
    return test


def _days(key: str, value: str) -> timedelta:
    number = value.casefold().removesuffix("d")
    if not (number.isascii() and number.isdigit()) or len(number) > 5:
        raise FilterError(f"{key}: takes days, such as 30d, not “{plain(value, 60)}”.")
    return timedelta(days=int(number))


def _member_test(key: str, value: str) -> Test:
    member = find_member(key)
    assert member is not None  # ``is_key`` has seen to that.
    path = member.path
    return lambda client: _is_part(value, _texts(client.get(path)))


def _texts(value: object) -> list[str]:
    items: list[Json] = value if isinstance(value, list) else [value]  # type: ignore[list-item]
    return [
        str(item).lower() if isinstance(item, bool) else str(item)
        for item in items
        if isinstance(item, str | int | float)
    ]


def _is_among(value: str, words: Iterable[str]) -> bool:
    """Whether it is one of them; a ``*`` at its end stands for any rest."""
    sought = value.casefold()
    if sought.endswith("*"):
        return any(word.casefold().startswith(sought[:-1]) for word in words)
    return any(word.casefold() == sought for word in words)


def _is_part(value: str, texts: Iterable[str]) -> bool:
    sought = value.casefold()
    return any(sought in text.casefold() for text in texts)
