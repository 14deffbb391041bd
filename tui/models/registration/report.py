"""What a provider made of a registration: asked against granted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from tui.models.json import ABSENT, Absent, Json, JsonObject, same
from tui.models.plain import plain
from tui.models.registration.members import (
    IDENTITY_MEMBERS,
    TEXT_LISTS,
    UNORDERED,
    same_meaning,
)
from tui.models.registration.picture import is_empty

_LONGEST = 60
_NOT_COMPARED = IDENTITY_MEMBERS | {"software_statement"}
"""Made by the server, or taken apart by it (RFC 7591 section 2.3)."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A member that the provider has otherwise than asked for; ``granted`` may be ``ABSENT``."""

    name: str
    asked: Json
    granted: Json | Absent


@dataclass(frozen=True, slots=True)
class Report:
    """The differences. Names are registration names; none of it holds a secret.

    Attributes:
        dropped: asked for, and not there.
        changed: there with another value.
        added: there though nobody asked for it: defaults of the provider.
        not_cleared: was to go, and is still there.
        unread: granted, but left out when the registration is read.
        secret_changed: the client secret is another one now.
        token_changed: the registration access token is another one now.
        read_back: whether the provider was asked again after the write.
    """

    dropped: tuple[str, ...] = ()
    changed: tuple[Altered, ...] = ()
    added: tuple[str, ...] = ()
    not_cleared: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    secret_changed: bool = False
    token_changed: bool = False
    read_back: bool = False

    @property
    def as_asked(self) -> bool:
        """Whether the provider has what was asked for, whatever it added."""
        return not (self.dropped or self.changed or self.not_cleared)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person should know, the gravest first; () when all is as asked."""
        return tuple(_sentences(self))


def compare(
    asked: JsonObject,
    granted: JsonObject,
    *,
    before: JsonObject | None = None,
    to_clear: tuple[str, ...] = (),
    unread: tuple[str, ...] = (),
    secret_changed: bool = False,
    token_changed: bool = False,
    read_back: bool = False,
) -> Report:
    """Report what became of ``asked``.

    Absent, null and empty are equal, and so are absent and false. Texts of words and lists
    are compared by their members, lists whose order means nothing as sets.

    Args:
        asked: what was sent.
        granted: the picture afterwards.
        before: the picture before an update; what it had and nobody cleared was not added.
        to_clear: members that were to go.
        unread: members that the provider leaves out when it is read.
        secret_changed: whether the client secret is another one now.
        token_changed: whether the registration access token is another one now.
        read_back: whether ``granted`` was read after the write.
    """
    dropped: list[str] = []
    changed: list[Altered] = []
    for name, wish in asked.items():
        if name in _NOT_COMPARED:
            continue
        found = [granted[n] for n in (name, *same_meaning(name)) if n in granted]
        if any(_kept(name, wish, value) for value in found or [None]):
            continue
        if found and not is_empty(found[0]):
            changed.append(Altered(name, wish, found[0]))
        else:
            dropped.append(name)
    known = {other for name in asked for other in (name, *same_meaning(name))}
    return Report(
        dropped=tuple(dropped),
        changed=tuple(changed),
        added=tuple(
            name
            for name, value in granted.items()
            if name not in known | _NOT_COMPARED | set(before or {})
            and not (is_empty(value) or value is False)
        ),
        not_cleared=tuple(
            name
            for name in to_clear
            if name in granted and same(granted[name], (before or {}).get(name, ABSENT))
        ),
        unread=unread,
        secret_changed=secret_changed,
        token_changed=token_changed,
        read_back=read_back,
    )


def _kept(name: str, wish: Json, value: Json) -> bool:
    if is_empty(wish) and is_empty(value):
        return True
    if wish is False and value is None:
        return True
    one, other = _parts(name, wish, value), _parts(name, value, wish)
    if name in UNORDERED and _is_texts(one) and _is_texts(other):
        return set(one) == set(other)
    return same(one, other)


def _is_texts(value: Json) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _parts(name: str, value: Json, opposite: Json) -> Json:
    """``value`` as a list, where the other side may have it as one."""
    if isinstance(value, str) and name in TEXT_LISTS:
        return list(value.split())
    if isinstance(value, str) and isinstance(opposite, list):
        return [value]
    return value


def _sentences(report: Report) -> Iterator[str]:
    if report.secret_changed:
        yield "The provider has changed the client secret: applications need the new one."
    for altered in report.changed:
        yield (
            f"The provider changed {plain(altered.name, _LONGEST)} from {_shown(altered.asked)} "
            f"to {_shown(altered.granted)}."
        )
    if report.dropped:
        yield f"The provider dropped {_names(report.dropped)}."
    if report.not_cleared:
        yield f"The provider does not let {_names(report.not_cleared)} be cleared."
    if report.unread:
        yield (
            f"The provider does not tell {_names(report.unread)} when it is asked; what it "
            "granted is kept here."
        )
    if report.token_changed:
        yield (
            "The provider has replaced the registration access token; the new one is kept here, "
            "the old one is of no use any more."
        )


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(plain(name, _LONGEST) for name in names)


def _shown(value: Json | Absent) -> str:
    if value is ABSENT:
        return "nothing"
    if isinstance(value, list):
        return f"“{plain(', '.join(plain(item, _LONGEST) for item in value), _LONGEST)}”"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"“{plain(value, _LONGEST)}”"
