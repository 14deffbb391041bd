"""Which members of a registration the words of a refusal are about."""

import re
from functools import cache

from tui.models.registration.metadata import RegistrationMetadata
from tui.models.registration.table import row_of_name, tagged_rows

_LONGEST = 4_000
"""Characters that are looked at."""

_ENGLISH = ("claims", "contacts", "evidence", "groups", "lifetime")
"""Names that are words of the language: they count where something says that they are names."""

_INTRODUCED = r"(?:member|parameter|field|attribute|property|value of)[ :]+[\"'`“‘]?"


def members_named(words: str) -> tuple[str, ...]:
    """The registration members that ``words`` name, in their order.

    Names are found as they are on the wire, in camel case, and as people write them: "a
    redirect URI is missing" is about ``redirect_uris``.
    """
    found = _pattern().finditer(words[:_LONGEST])
    return tuple(dict.fromkeys(map(_name, found)))


def _name(hit: re.Match[str]) -> str:
    """The name on the wire of what was found, with its language tag if it takes one."""
    name = _by_letters()[_letters(hit["name"] or hit["introduced"] or hit["quoted"])]
    tag = hit["tag"] if name in tagged_rows() else None
    return f"{name}#{tag}" if tag else name


@cache
def _by_letters() -> dict[str, str]:
    """The names by what is left of them in any spelling; ``scope`` also as ``scopes``."""
    known = {*row_of_name(), *tagged_rows(), *RegistrationMetadata.model_fields} - {"scopes"}
    return {_letters(name): name for name in known}


def _letters(name: str) -> str:
    return re.sub(r"[ _-]", "", name.lower()).removesuffix("s")


@cache
def _pattern() -> re.Pattern[str]:
    """Finds the longest name at each place."""
    names = sorted(set(_by_letters().values()) - {*_ENGLISH}, key=len, reverse=True)
    spelled = (r"[ _-]?".join(name.removesuffix("s").split("_")) + "s?" for name in names)
    english = "|".join(_ENGLISH)
    return re.compile(
        rf"(?<![A-Za-z0-9_])(?:(?P<name>{'|'.join(spelled)})(?:#(?P<tag>[A-Za-z0-9-]+))?"
        rf"|{_INTRODUCED}(?P<introduced>{english})|[\"'`“‘](?P<quoted>{english})[\"'`”’])"
        r"(?![A-Za-z0-9_])",
        re.IGNORECASE,
    )
