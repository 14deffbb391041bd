"""``KEY=VALUE`` in the names of registration (RFC 7591 section 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.cli.assignments import typed
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.json_input import parsed_json
from tui.cli.pairs import split_list
from tui.cli.words import Word, assignment_word
from tui.models import member_names
from tui.models.json import Json, JsonObject
from tui.models.registration.members import IDENTITY_MEMBERS, TEXT_LISTS
from tui.models.registration.metadata import RegistrationMetadata
from tui.models.schema import Member, client_members, members_of

_ONE_TEXT = "backchannel_logout_uri"
"""One text here, a list in the Config API."""

_COMBINED = "response_types"
"""A combination of words is one value here; the Config API has the words one by one."""


def changed(metadata: JsonObject, texts: Sequence[str]) -> JsonObject:
    """A copy of ``metadata`` with what ``texts`` say; an empty value takes a member out.

    What this program does not know is kept as a text, or as what ``KEY:=JSON`` says.

    Raises:
        CommandError: something does not fit.
    """
    result = dict(metadata)
    for text in texts:
        word = assignment_word(text)
        name, member = _named(word.key)
        if name in IDENTITY_MEMBERS:
            raise CommandError(f"{name} is made by the provider only.", ExitCode.USAGE)
        value = _value(result.get(name), name, member, word)
        if value is None:
            result.pop(name, None)
        else:
            result[name] = value
    return result


def _named(key: str) -> tuple[str, Member | None]:
    if "#" in key or not key:
        return key, None
    by_name = {member.registration: member for member in client_members().values()}
    if key in by_name or key in IDENTITY_MEMBERS:
        return key, by_name.get(key)
    alone = members_of(RegistrationMetadata).get(key)
    if alone is not None:
        return key, alone
    found = member_names.find_member(key)
    if found is not None and found.registration:
        return found.registration.rstrip("#"), found
    return key, None


def _value(before: Json, name: str, member: Member | None, word: Word) -> Json:
    if word.sign == ":=":
        return parsed_json(word.value, f"the value of {name}")
    if name in TEXT_LISTS:
        joined = _joined(_words(before), word.value.replace(",", " ").split(), word.sign)
        return " ".join(map(str, joined)) or None
    is_list = member is not None and member.is_list and name != _ONE_TEXT
    if not is_list and word.sign != "=":
        raise CommandError(f"{name} is no list: {word.sign} does not fit, = does.", ExitCode.USAGE)
    if not word.value:
        return None
    if name == "jwks":
        return parsed_json(word.value, "the value of jwks")
    if member is None or name == _ONE_TEXT:
        return word.value
    given = _typed(name, member, word.value)
    items = before if isinstance(before, list) else []
    return _joined(items, given, word.sign) if isinstance(given, list) else given


def _typed(name: str, member: Member, text: str) -> Json:
    if name != _COMBINED or text.lstrip().startswith("["):
        return typed(member, text, name)
    return [
        " ".join(str(typed(replace(member, is_list=False), word, name)) for word in item.split())
        for item in split_list(text)
    ]


def _words(value: Json) -> list[Json]:
    """The words of a text; some providers have a list instead."""
    if isinstance(value, list):
        return value
    return [*value.split()] if isinstance(value, str) else []


def _joined(before: Sequence[Json], given: Sequence[Json], sign: str) -> list[Json]:
    if sign == "-=":
        return [item for item in before if item not in given]
    start = list(before) if sign == "+=" else []
    return start + [item for item in given if item not in start]
