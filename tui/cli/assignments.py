"""``KEY=VALUE`` on the command line: which member it means, and the value in its type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import parsed_json
from tui.cli.pairs import split_list
from tui.cli.words import assignment_word
from tui.models import member_names
from tui.models.dates import to_local, to_wire
from tui.models.json import Json
from tui.models.schema import Member, client_members
from tui.suggestion import suggestion

_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


class Assignment(NamedTuple):
    """A change of one member.

    Attributes:
        member: which.
        sign: ``=`` sets, ``+=`` and ``-=`` add to a list and take from it.
        value: in the member's type; None clears it.
    """

    member: Member
    sign: str
    value: Json


def assignments(texts: Sequence[str]) -> list[Assignment]:
    """Read ``KEY=VALUE``, ``KEY+=VALUE``, ``KEY-=VALUE`` and ``KEY:=JSON``.

    Raises:
        CommandError: one has another form, names no member, or its value does not fit.
    """
    return [_assignment(text) for text in texts]


def _assignment(text: str) -> Assignment:
    key, sign, value = assignment_word(text)
    member = find_member(key)
    if member.is_read_only or member.path == "inum":
        raise CommandError(f"{member.path} is set by the server only.", ExitCode.USAGE)
    if sign == ":=":
        given = parsed_json(value, f"the value of {member.path}")
        if given is not None and isinstance(given, list) is not member.is_list:
            raise _refusal(member.path, value, "a list" if member.is_list else "no list")
        return Assignment(member, "=", given)
    if sign == "=":
        return Assignment(member, "=", typed(member, value) if value else None)
    if not member.is_list:
        raise CommandError(
            f"{member.path} is no list: {sign} does not fit, = does.", ExitCode.USAGE
        )
    return Assignment(member, sign, typed(member, value))


def find_member(key: str) -> Member:
    """The client's member that ``key`` names.

    See ``member_names.find_member`` for the names that it goes by.

    Raises:
        CommandError: there is none.
    """
    found = member_names.find_member(key)
    if found is None:
        members = client_members()
        short = [path.rpartition(".")[2] for path in members]
        known = dict.fromkeys((*short, *(member.registration for member in members.values())))
        raise CommandError(
            f"a client has no {key!r}{suggestion(key, known)} "
            "jans-tui --schema Client lists what it has.",
            ExitCode.USAGE,
        )
    return found


def typed(member: Member, text: str, name: str = "") -> Json:
    r"""The value that ``text`` is for a member.

    A list is written as JSON, or its items are separated by commas; ``\,`` is a comma in one.

    Args:
        member: which.
        text: as it was typed.
        name: what the member is called here; "" for its path.

    Raises:
        CommandError: it does not fit.
    """
    name = name or member.path
    if member.is_list:
        if text.lstrip().startswith("["):
            items = parsed_json(text, f"the value of {name}")
            if isinstance(items, list):
                return items
        return [_scalar(member, item.strip(), name) for item in split_list(text)]
    return _scalar(member, text, name)


def _scalar(member: Member, text: str, name: str) -> Json:
    match member.kind:
        case "flag":
            if text.lower() in _TRUE | _FALSE:
                return text.lower() in _TRUE
            raise _refusal(name, text, "true or false")
        case "number":
            if not re.fullmatch(r"-?\d{1,10}", text, re.ASCII) or not -(2**31) <= int(text) < 2**31:
                raise _refusal(name, text, "a whole number")
            return int(text)
        case "date":
            try:
                return to_wire(to_local(text))
            except ValueError:
                raise _refusal(name, text, "a date such as 2030-12-31T23:59:59") from None
        case "object":
            return parsed_json(text, f"the value of {name}")
        case _:
            if member.choices and text not in member.choices:
                raise CommandError(
                    f"{name} cannot be {text!r}{suggestion(text, member.choices)} A value "
                    f"that only your server knows goes in as JSON: {name}:=…",
                    ExitCode.USAGE,
                )
            return text


def _refusal(name: str, text: str, wanted: str) -> CommandError:
    return CommandError(f"{name} takes {wanted}, not {text!r}.", ExitCode.USAGE)
