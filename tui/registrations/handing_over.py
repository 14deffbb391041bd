"""Registrations that somebody handed over: as JSON, or in a file with it."""

from __future__ import annotations

import json
from pathlib import Path

from tui.models.json import Json
from tui.private_files import content, reason

LARGEST = 1024 * 1024
"""Bytes; a longer file hands nothing over."""


def is_handed_over(text: str) -> bool:
    """Whether ``text`` is not an address, but what holds it."""
    return text.startswith("{") or (bool(text) and "://" not in text)


def read_handed_over(text: str) -> tuple[str, str]:
    """The address of a registration and its token; it blocks.

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
    uri, token = members.get("registration_client_uri"), members.get("registration_access_token")
    if not isinstance(uri, str) or not uri:
        raise ValueError(
            "This is no registration that was handed over: it has no registration_client_uri."
        )
    return uri, token if isinstance(token, str) else ""
