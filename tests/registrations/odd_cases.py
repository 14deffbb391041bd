"""Providers that go their own way, and what is said of each: by the API and by commands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.registrations.odd_provider import OddProvider

Call = Literal["register", "read", "update", "delete"]

_REFUSED = (
    "{host} refuses the registration access token ({said}), so it does not {deed} the "
    "registration. It may have been replaced, used up or revoked, or the client is gone. Nobody "
    "but the provider can give a new one."
)
_A_PAGE = (
    "{url} answered with a page (200) when asked to {deed}. Check the address, and whether a "
    "proxy or a sign-in page stands before it.{lost}"
)
_MAY_BE_DONE = " It may have been done all the same: look before trying again."
_LACKING = (
    "{{host}} gave no {} for this client, so it can't be read or changed from here. If you have "
    "it from elsewhere, import the client with it."
)
_ROTATED = (
    "The provider has replaced the registration access token; the new one is kept here, the old "
    "one is of no use any more."
)


@dataclass(frozen=True)
class OddCase:
    """One provider, one call, and what is said.

    Attributes:
        name: of the case.
        settings: of the provider.
        call: what is asked of it; before another call than ``register``, a client is registered.
        said: the sentences, or the one of the error.
        error: the error's class; "" when the call succeeds.
        code: what the command exits with.
        later: settings from after the registration on.
    """

    name: str
    settings: Mapping[str, Any]
    call: Call
    said: tuple[str, ...] = ()
    error: str = ""
    code: int = 0
    later: Mapping[str, Any] = field(default_factory=dict)

    def provider(self) -> OddProvider:
        return OddProvider(**self.settings)

    def expected(self, issuer: str) -> tuple[str, ...]:
        """The sentences, with the provider's address."""
        host = issuer.partition("://")[2]
        return tuple(text.replace("{host}", host).replace("{issuer}", issuer) for text in self.said)


def _refused(said: str, deed: str) -> tuple[str, ...]:
    return (_REFUSED.format(host="{host}", said=said, deed=deed),)


def _page(deed: str, lost: str = "") -> tuple[str, ...]:
    return (_A_PAGE.format(url="{issuer}/register", deed=deed, lost=lost),)


_DEEDS: tuple[tuple[Call, str], ...] = (
    ("read", "show"),
    ("update", "change"),
    ("delete", "delete"),
)

CASES = [
    OddCase("200 instead of 201", {"created": 200}, "register"),
    OddCase("200 instead of 204", {"deleted": 200}, "delete"),
    OddCase("drops", {"drops": ["scope"]}, "register", ("The provider dropped scope.",), code=7),
    OddCase(
        "renames",
        {"alters": {"client_name": "Renamed"}},
        "register",
        ("The provider changed client_name from “Shop” to “Renamed”.",),
        code=7,
    ),
    OddCase("rotates when it is read back", {"rotates": True}, "register", (_ROTATED,)),
    OddCase("rotates on read", {"rotates": True}, "read", (_ROTATED,)),
    OddCase("rotates on update", {"rotates": True}, "update", (_ROTATED,)),
    OddCase(
        "no registration_client_uri",
        {"gives": ["token"]},
        "register",
        (_LACKING.format("address (registration_client_uri)"),),
    ),
    OddCase(
        "no registration_client_uri, then a read",
        {"gives": ["token"]},
        "read",
        (_LACKING.format("address (registration_client_uri)"),),
        "Invalid",
        1,
    ),
    OddCase(
        "no token, then an update",
        {"gives": ["uri"]},
        "update",
        (_LACKING.format("access token"),),
        "Invalid",
        1,
    ),
    OddCase(
        "HTML for a registration",
        {"pages": ["POST"]},
        "register",
        _page("register the client", _MAY_BE_DONE),
        "NotProvider",
        1,
    ),
    OddCase(
        "HTML for a read",
        {},
        "read",
        _page("show the registration"),
        "NotProvider",
        1,
        later={"pages": ["GET"]},
    ),
    OddCase(
        "HTML for an update",
        {},
        "update",
        _page("change the registration", _MAY_BE_DONE),
        "NotProvider",
        1,
        later={"pages": ["PUT"]},
    ),
    *(
        OddCase(
            f"a used token, then {call}",
            {"used_up": True},
            call,
            _refused("invalid_token", deed),
            "TokenRefused",
            3,
        )
        for call, deed in _DEEDS
    ),
    OddCase(
        "an empty 401",
        {"used_up": True, "refusal": (401, "text/plain", None)},
        "read",
        _refused("401", "show"),
        "TokenRefused",
        3,
    ),
    OddCase(
        "400 instead of 401",
        {"used_up": True, "refusal": (400, "application/json", {"error": "access_denied"})},
        "read",
        _refused("access_denied", "show"),
        "TokenRefused",
        3,
    ),
    OddCase(
        "an initial token is needed",
        {"initial_tokens": []},
        "register",
        (
            "{host} does not register clients without leave (invalid_token). Use an initial "
            "access token or a software statement of the provider, unless registration is "
            "switched off there.",
        ),
        "TokenRefused",
        3,
    ),
    OddCase(
        "a secret that an update changes",
        {"new_secret": True},
        "update",
        ("The provider has changed the client secret: applications need the new one.",),
    ),
    OddCase(
        "a member that stays",
        {"clears_by": "nothing"},
        "update",
        ("The provider does not let logo_uri be cleared.",),
        code=7,
    ),
    OddCase(
        "reads that leave something out",
        {"unread": ["contacts"]},
        "register",
        ("The provider does not tell contacts when it is asked; what it granted is kept here.",),
    ),
]
