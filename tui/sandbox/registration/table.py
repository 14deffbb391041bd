"""Which client member every registration member is, and how its value is read.

The names are those of the models (``registered(...)``); the few members whose value has another
form in a registration than in the Config API are named here.
"""

from functools import cache

from tui.models.schema import Member, client_members
from tui.sandbox.client_input import attribute_members, members
from tui.sandbox.readers import Reader

SERVER_MADE = frozenset(
    {
        *("client_id", "client_secret", "client_id_issued_at", "client_secret_expires_at"),
        *("registration_access_token", "registration_client_uri"),
    }
)
"""What only answers have; in a request it is passed over."""

NOT_STORED = SERVER_MADE | {"require_auth_time", "require_pushed_authorization_requests"}
"""What a request may have, but a client has not. A Jans server passes over the name that RFC 9126
section 6 has for ``require_par``, although its API description says otherwise."""

ALIASES = {"scopes": "scope"}
"""Other names under which a member is taken: that of older servers."""

SPACED = frozenset({"scope", "claims"})
"""Lists that are one space-joined string in a registration."""

DATES = frozenset({"client_id_issued_at", "client_secret_expires_at"})
"""Seconds since 1970 in a registration, local date-times in the Config API."""

SINGLE = "backchannel_logout_uri"
"""One string in a registration, a list in the Config API."""


@cache
def by_name() -> dict[str, Member]:
    """The client's member for each registration name; those with a language tag aside."""
    return {
        member.registration: member
        for member in client_members().values()
        if member.registration and not member.registration.endswith("#")
    }


@cache
def localized() -> dict[str, str]:
    """The client's member for each name that takes a language tag, without ``#``."""
    return {
        member.registration[:-1]: member.path
        for member in client_members().values()
        if member.registration.endswith("#")
    }


@cache
def reserved() -> frozenset[str]:
    """Names that mean something in the Config API, so that no stranger may store them."""
    return frozenset({path.partition(".")[0] for path in client_members()} | {"attributes"})


def is_unknown(name: str) -> bool:
    """Whether neither a registration nor the Config API has a member of that name."""
    known = name in by_name() or name in NOT_STORED or name in reserved()
    return not known and name.partition("#")[0] not in localized()


def reader(member: Member) -> Reader:
    """How a value of the member is read, in the Config API's form."""
    parent, _, name = member.path.rpartition(".")
    return attribute_members()[name] if parent else members()[name]
