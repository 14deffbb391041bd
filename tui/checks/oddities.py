"""Members whose JSON type is not the one that the Config API documents."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, TypeAlias

from tui.checks.finding import Finding, Severity
from tui.checks.text import shown
from tui.models.json import Json
from tui.models.members import READ_ONLY_MEMBERS
from tui.models.secrets import SECRET_MEMBERS

if TYPE_CHECKING:
    from tui.models.overlay import Oddity

_NOT_EDITED = READ_ONLY_MEMBERS | {
    "clientIdIssuedAt",
    "registrationAccessToken",
    "customObjectClasses",
}
_Likeness: TypeAlias = tuple[str, str, Json]


def member_of(oddity: Oddity) -> str:
    """The path of the member in which the oddity is, such as ``attributes.parLifetime``."""
    parts = oddity.path.split(".")
    return ".".join(parts[: 2 if parts[0] == "attributes" else 1])


def row_of(oddity: Oddity) -> int | None:
    """The row that is odd, 0-based; ``None`` when the oddity is not in a list."""
    below = oddity.path.removeprefix(member_of(oddity)).lstrip(".").split(".")[0]
    return int(below) if below.isascii() and below.isdigit() else None


def odd_members(oddities: Collection[Oddity], sent: Collection[Oddity] | None) -> Iterator[Finding]:
    """A finding at each oddity in a member that a person may edit.

    Args:
        oddities: of the client as it is to be.
        sent: of the client as the server sent it. Those are warnings, since they stay as they
            are; others are errors. ``None`` for a new client, of which the server sent nothing.
    """
    known = {_likeness(oddity) for oddity in sent or ()}
    for oddity in oddities:
        path = member_of(oddity)
        if path in _NOT_EDITED:
            continue
        severity, what = Severity.ERROR, "does not fit"
        if _likeness(oddity) in known:
            severity, what = Severity.WARNING, "was sent by the server; it stays as it is"
        message = f"{_quoted(path, oddity.value)} {what}. {oddity.problem}"
        yield Finding(path, severity, message, row_of(oddity), "Jans Config API")


def _likeness(oddity: Oddity) -> _Likeness:
    value = oddity.value if not isinstance(oddity.value, list | dict) else None
    return member_of(oddity), type(oddity.value).__name__, value


def _quoted(path: str, value: Json) -> str:
    if isinstance(value, list):
        return "A list"
    if isinstance(value, dict):
        return "An object"
    if path in SECRET_MEMBERS or path == "jwks":
        return "The value"
    return shown(json.dumps(value) if value is None or isinstance(value, bool) else value)
