"""How single values are written by the Config API and by registration.

Each codec turns a value of one side into the other's. What it cannot turn stays as it is, so
that nothing is lost; ``ABSENT`` says that the other side has no member for it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from tui.models.dates import to_local, to_wire
from tui.models.json import ABSENT, Absent, Json
from tui.models.registration.vocabulary import Vocabulary


class Codec(Protocol):
    """Between the value of a client's member and that of its registration."""

    def to_client(self, value: Json, words: Vocabulary) -> Json | Absent:
        """What the Config API would hold for a registration's ``value``."""

    def to_registration(self, value: Json, words: Vocabulary) -> Json | Absent:
        """What registration would hold for a client's ``value``."""


class Same:
    """Both sides write it alike."""

    def to_client(self, value: Json, words: Vocabulary) -> Json | Absent:
        """``value`` itself."""
        return value

    def to_registration(self, value: Json, words: Vocabulary) -> Json | Absent:
        """``value`` itself."""
        return value


class Seconds:
    """A date-time without zone, taken as UTC, and seconds since the epoch.

    0 stands for never (RFC 7591 section 3.2.1), for which the Config API has no value.
    """

    def to_client(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The date-time; also of seconds written as text or with a fraction of zero."""
        seconds = _whole(value)
        if seconds is None:
            return value
        if seconds == 0:
            return ABSENT
        try:
            return to_wire(datetime.fromtimestamp(seconds, UTC))
        except (ValueError, OverflowError, OSError):
            return value

    def to_registration(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The seconds."""
        if not isinstance(value, str):
            return value
        try:
            return int(to_local(value).replace(tzinfo=UTC).timestamp())
        except (ValueError, OverflowError):
            return value


def _whole(value: Json) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16
    return int(str(value)) if is_number else None


class KeySet:
    """A string that holds a JSON object, and the object (RFC 7591 section 2, ``jwks``)."""

    def to_client(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The object as text."""
        if not isinstance(value, dict):
            return value
        try:
            return json.dumps(value)
        except (ValueError, RecursionError):
            return value

    def to_registration(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The object in the text."""
        if not isinstance(value, str):
            return value
        try:
            found: Json = json.loads(value)
        except (ValueError, RecursionError):
            return value
        return found if isinstance(found, dict) else value


class OneText:
    """A list, and one text: registration takes a single back-channel logout URI."""

    def to_client(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The text as a list of one."""
        return [value] if isinstance(value, str) else value

    def to_registration(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The only text; a longer list stays one, for the server to judge."""
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
            return value[0]
        return value


@dataclass(frozen=True)
class Words:
    """A list of DNs, and their names in one text with spaces between (RFC 6749 section 3.3).

    ``kind`` is the part of the vocabulary, ``scopes`` or ``claims``.
    """

    kind: str

    def to_client(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The DNs; a name that is not in the vocabulary stays a name."""
        if isinstance(value, str):
            names: list[Json] = list(value.split())
        elif isinstance(value, list):
            names = value
        else:
            return value
        dns = {name: dn for dn, name in self._names(words).items()}
        return [dns.get(name, name) if isinstance(name, str) else name for name in names]

    def to_registration(self, value: Json, words: Vocabulary) -> Json | Absent:
        """The names; a DN that is not in the vocabulary stays one."""
        if not isinstance(value, list):
            return value
        known = self._names(words)
        names = [known.get(item, item) for item in value if isinstance(item, str)]
        if len(names) < len(value) or any(name.split() != [name] for name in names):
            return value
        return " ".join(names)

    def _names(self, words: Vocabulary) -> Mapping[str, str]:
        return words.scopes if self.kind == "scopes" else words.claims


SAME = Same()
