"""The metadata of a request: every member in the form and under the name that is documented."""

import json
import re
from typing import cast

from tui.models.json import Json, JsonObject
from tui.models.schema import Member
from tui.sandbox.readers import WrongTypeError, text, texts
from tui.sandbox.registration.errors import invalid_metadata
from tui.sandbox.registration.table import (
    ALIASES,
    NOT_STORED,
    SINGLE,
    SPACED,
    by_name,
    is_unknown,
    localized,
    reader,
)

_TAG = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
"""A language tag (RFC 5646), roughly."""


def read(given: JsonObject, keep_unknown: bool) -> JsonObject:
    """The members of ``given`` that a client can have; what is null or empty counts as absent.

    Members that this program does not know are kept if ``keep_unknown``, unless their name
    means something in the Config API: ``trustedClient`` is not for strangers to set.

    Raises:
        OAuthFailure: 400, a member has a JSON type that it cannot have.
    """
    result: JsonObject = {}
    for name, value in given.items():
        known = ALIASES.get(name, name)
        try:
            read_value = _value(known, value, keep_unknown)
        except WrongTypeError as error:
            raise invalid_metadata(f"The member {name} has to be {error}.") from error
        if read_value not in (None, "", [], {}):
            result[known] = read_value
    return result


def _value(name: str, value: Json, keep_unknown: bool) -> Json:
    if name in NOT_STORED or value is None:
        return None
    member = by_name().get(name)
    if member is not None:
        return _known(member, value)
    base, sign, tag = name.partition("#")
    if sign and base in localized() and _TAG.fullmatch(tag):
        return text(value)
    return value if keep_unknown and is_unknown(name) else None


def _known(member: Member, value: Json) -> Json:
    name = member.registration
    if name in SPACED:
        return cast(Json, list(dict.fromkeys(_words(value))))
    if name == SINGLE:
        return text(value[0] if isinstance(value, list) and len(value) == 1 else value)
    if name == "jwks":
        return _key_set(value)
    if name == "response_types":
        # A combination stands for all that is in it: "code id_token".
        value = cast(Json, [word for item in _strings(value) for word in item.split()])
    found = reader(member)(value)
    return cast(Json, list(dict.fromkeys(map(str, found)))) if isinstance(found, list) else found


def _words(value: Json) -> list[str]:
    """A space-joined string, or the array of strings that some send instead."""
    return value.split() if isinstance(value, str) else _strings(value)


def _strings(value: Json) -> list[str]:
    read_texts = texts(value)
    return [str(item) for item in read_texts] if isinstance(read_texts, list) else []


def _key_set(value: Json) -> Json:
    """A JWK Set (RFC 7517 section 5), also as the string that holds it."""
    if isinstance(value, str) and value:
        try:
            value = cast(Json, json.loads(value))
        except (ValueError, RecursionError):
            value = None
    if value == "" or (isinstance(value, dict) and isinstance(value.get("keys"), list)):
        return value
    raise WrongTypeError("a JSON Web Key Set")
