"""Stored drafts as JSON, and what is refused when they are read."""

from __future__ import annotations

from tui.drafts.stored import StoredDraft
from tui.forms.draft import Draft, Rejected
from tui.models import stored_json
from tui.models.json import JsonObject
from tui.models.stored_json import object_in, text_in, time_in

FORMAT = 1
"""Files that were written in another format are not read."""


def to_bytes(stored: StoredDraft) -> bytes:
    """The file's content: JSON, all of it ASCII.

    Raises:
        ValueError: it is nested too deeply to be written.
    """
    draft = stored.draft
    whole: JsonObject = {
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
    return stored_json.to_bytes(whole, "the client")


def from_bytes(data: bytes) -> StoredDraft:
    """What ``to_bytes`` wrote.

    Raises:
        ValueError: the content is torn, or something else.
    """
    whole = stored_json.from_bytes(data, FORMAT, "draft")
    original = None if whole.get("original") is None else object_in(whole, "original")
    draft = Draft(original, object_in(whole, "start"))
    draft.edited = object_in(whole, "edited")
    for path, one in object_in(whole, "rejected").items():
        if not isinstance(one, dict):
            raise ValueError("what was rejected cannot be read")
        draft.rejected[path] = Rejected(text_in(one, "text"), text_in(one, "problem"))
    return StoredDraft(
        inum=text_in(whole, "inum"),
        profile=text_in(whole, "profile"),
        name=text_in(whole, "name"),
        time=time_in(whole, "time"),
        draft=draft,
        secret_typed=whole.get("secretTyped") is True,
    )
