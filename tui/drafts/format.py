"""Stored drafts as JSON, and what is refused when they are read."""

from __future__ import annotations

import json
from datetime import datetime

from tui.drafts.stored import StoredDraft
from tui.forms.draft import Draft, Rejected
from tui.models.json import Json, JsonObject

FORMAT = 1
"""Files that were written in another format are not read."""


def to_bytes(stored: StoredDraft) -> bytes:
    """The file's content: JSON, all of it ASCII.

    Raises:
        ValueError: it is nested too deeply to be written.
    """
    draft = stored.draft
    whole = {
        "format": FORMAT,
        "profile": stored.profile,
        "inum": stored.inum,
        "name": stored.name,
        "time": stored.time.isoformat(),
        "secretTyped": stored.secret_typed,
        "original": draft.original,
        "start": draft.start,
        "edited": draft.edited,
        "rejected": {
            path: {"text": rejected.text, "problem": rejected.problem}
            for path, rejected in draft.rejected.items()
        },
    }
    try:
        return json.dumps(whole).encode()
    except RecursionError:
        raise ValueError("the client is nested too deeply") from None


def from_bytes(data: bytes) -> StoredDraft:
    """What ``to_bytes`` wrote.

    Raises:
        ValueError: the content is torn, or something else.
    """
    try:
        whole: Json = json.loads(data)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError("it is no draft")
    original = None if whole.get("original") is None else _object(whole, "original")
    draft = Draft(original, _object(whole, "start"))
    draft.edited = _object(whole, "edited")
    for path, one in _object(whole, "rejected").items():
        if not isinstance(one, dict):
            raise ValueError("what was rejected cannot be read")
        draft.rejected[path] = Rejected(_text(one, "text"), _text(one, "problem"))
    time = datetime.fromisoformat(_text(whole, "time"))
    if time.tzinfo is None:
        raise ValueError("its time has no zone")
    return StoredDraft(
        inum=_text(whole, "inum"),
        profile=_text(whole, "profile"),
        name=_text(whole, "name"),
        time=time,
        draft=draft,
        secret_typed=whole.get("secretTyped") is True,
    )


def _object(whole: JsonObject, name: str) -> JsonObject:
    value = whole.get(name)
    if not isinstance(value, dict):
        raise ValueError(f"its member {name} is no object")
    return value


def _text(whole: JsonObject, name: str) -> str:
    value = whole.get(name)
    if not isinstance(value, str):
        raise ValueError(f"its member {name} is no text")
    return value
