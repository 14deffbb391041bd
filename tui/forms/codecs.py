"""Between the JSON value of a member and the text that a person sees and types."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tui.forms.duration import parse_duration, spell_duration
from tui.forms.spec import Kind
from tui.models.dates import to_wire
from tui.models.json import Json

INT32_MAX = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind of value is shown, typed and read back.

    Attributes:
        show: the value for reading, ``900`` as ``15 min (900)``.
        edit: the value as the text that editing starts from.
        parse: the value of a text; raises ``ValueError`` with a sentence.
        hint: an example, shown while there is no text.
    """

    show: Callable[[Json], str]
    edit: Callable[[Json], str]
    parse: Callable[[str], Json]
    hint: str = ""


def json_text(value: Json) -> str:
    """A value as JSON on one line; a word in its place when it is nested too deeply."""
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return "(nested too deeply to be shown)"


def plain_text(value: Json) -> str:
    """A text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json_text(value)


def _parse_integer(text: str) -> Json:
    typed = text.strip()
    if not re.fullmatch(r"[+-]?[0-9]{1,4000}", typed):
        raise ValueError("Not a whole number.")
    return _within_int32(int(typed))


def _within_int32(number: int) -> int:
    if number > INT32_MAX:
        raise ValueError(f"Too large: the server takes at most {INT32_MAX}.")
    if number < -INT32_MAX - 1:
        raise ValueError(f"Too small: the server takes no less than {-INT32_MAX - 1}.")
    return number


def _show_duration(value: Json) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return f"{spell_duration(value)} ({value})"
    return plain_text(value)


def _parse_date_time(text: str) -> Json:
    typed = text.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
        typed += "T00:00:00"
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        raise ValueError("Not a date: write 2027-01-31 or 2027-01-31 10:00.") from None
    if moment.tzinfo is not None:
        raise ValueError("Leave the time zone out: the server takes the time to be in its own.")
    return to_wire(moment)


def _show_date_time(value: Json) -> str:
    return re.sub(r"^(\d{4}-\d\d-\d\d)T", r"\1 ", plain_text(value))


def _parse_validity(text: str) -> Json:
    """Seconds from the time that it is made, or a date-time in UTC."""
    if re.match(r"\s*\d{4}-", text):
        return _parse_date_time(text)
    try:
        return _within_int32(parse_duration(text))
    except ValueError:
        raise ValueError("Write how long, 30d, 720h or 2592000, or a date, 2027-01-31.") from None


def _show_validity(value: Json) -> str:
    if isinstance(value, str):
        return f"until {_show_date_time(value)} UTC"
    return _show_duration(value)


TEXT = Codec(plain_text, plain_text, lambda text: text.strip())

_CODECS: dict[Kind, Codec] = {
    Kind.TEXT: TEXT,
    Kind.INTEGER: Codec(plain_text, plain_text, _parse_integer),
    Kind.DURATION: Codec(
        _show_duration,
        plain_text,
        lambda text: _within_int32(parse_duration(text)),
        "900, 15m, 1h 30m, 30d",
    ),
    Kind.VALIDITY: Codec(
        _show_validity, _show_date_time, _parse_validity, "30d, 720h, 2592000 or 2027-01-31"
    ),
    Kind.DATE_TIME: Codec(
        _show_date_time, _show_date_time, _parse_date_time, "2027-01-31 or 2027-01-31 10:00"
    ),
}


def codec_of(kind: Kind) -> Codec:
    """The codec of a kind that is edited on one line; plain text for the others."""
    return _CODECS.get(kind, TEXT)
