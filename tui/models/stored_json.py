"""Reading JSON that this program wrote to the disk, where anything may stand by now.

Each function raises ``ValueError`` with what is wrong, so that a file can be set aside.
"""

from __future__ import annotations

import json
from datetime import datetime

from tui.models.json import Json, JsonObject


def to_bytes(whole: JsonObject, what: str) -> bytes:
    """A file's content: JSON, all of it ASCII.

    Args:
        whole: what to write.
        what: what it is, in a sentence, such as "the client".

    Raises:
        ValueError: it is nested too deeply to be written.
    """
    try:
        return json.dumps(whole).encode()
    except RecursionError:
        raise ValueError(f"{what} is nested too deeply") from None


def from_bytes(data: bytes, form: int, what: str) -> JsonObject:
    """The object in a file.

    Args:
        data: its content.
        form: what its member ``format`` must be; files in another format are not read.
        what: what it should be, such as "draft".

    Raises:
        ValueError: the content is torn, or something else.
    """
    try:
        whole: Json = json.loads(data)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(whole, dict) or whole.get("format") != form:
        raise ValueError(f"it is no {what}")
    return whole


def text_in(whole: JsonObject, name: str, default: str | None = None) -> str:
    """The member ``name``, a string; ``default`` when it is not there."""
    value = whole.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"its member {name} is no text")
    return value


def object_in(whole: JsonObject, name: str) -> JsonObject:
    """The member ``name``, an object."""
    value = whole.get(name)
    if not isinstance(value, dict):
        raise ValueError(f"its member {name} is no object")
    return value


def list_in(whole: JsonObject, name: str, default: list[Json] | None = None) -> list[Json]:
    """The member ``name``, a list; ``default`` when it is not there."""
    value = whole.get(name, default)
    if not isinstance(value, list):
        raise ValueError(f"its member {name} is no list")
    return value


def time_in(whole: JsonObject, name: str) -> datetime:
    """The member ``name``, an ISO 8601 time with its zone.

    It is a day or more away from where Python's calendar ends, so that any zone can show it.
    """
    moment = datetime.fromisoformat(text_in(whole, name))
    if moment.tzinfo is None or not 1 < moment.year < 9999:
        raise ValueError(f"its member {name} is no time")
    return moment
