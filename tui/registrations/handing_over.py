"""Registrations that somebody handed over: as JSON, or in a file with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from tui.models.json import Json
from tui.private_files import content, reason

LARGEST = 1024 * 1024
"""Bytes; a longer file hands nothing over."""


def is_handed_over(text: str) -> bool:
    """Whether ``text`` is not an address, but what holds it."""
    return text.startswith("{") or (bool(text) and "://" not in text)


class HandedOver(NamedTuple):
    """What it takes to go on with a client; "" for what is not there."""

    uri: str
    token: str
    issuer: str

    def __repr__(self) -> str:
        return f"HandedOver({self.uri!r})"


def read_handed_over(text: str) -> HandedOver:
    """The registration that was handed over, which has an address at least; it blocks.

    Args:
        text: what ``Registration.handed_over`` made, or the path of a file with it.

    Raises:
        ValueError: it is neither; the text is a sentence.
    """
    try:
        data = text.encode() if text.startswith("{") else content(Path(text).expanduser(), LARGEST)
    except (OSError, RuntimeError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise ValueError(f"No address, and no file that can be read: {why}.") from None
    try:
        whole: Json = json.loads(data)
    except (ValueError, RecursionError):
        raise ValueError("This is no registration that was handed over: it is no JSON.") from None
    members = whole if isinstance(whole, dict) else {}
    names = ("registration_client_uri", "registration_access_token", "issuer")
    texts = (members.get(name) for name in names)
    handed = HandedOver(*(text if isinstance(text, str) else "" for text in texts))
    if not handed.uri:
        raise ValueError(
            "This is no registration that was handed over: it has no registration_client_uri."
        )
    return handed
