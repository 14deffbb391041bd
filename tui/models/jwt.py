"""JSON Web Tokens of others, taken apart but not believed (RFC 7519 section 7.2)."""

from __future__ import annotations

import base64
import binascii
import json
from typing import NamedTuple

from tui.models.json import Json, JsonObject

LONGEST = 256 * 1024
"""Characters; a longer text is not read."""


class NotAJwtError(ValueError):
    """A text is no JWT; the message is the end of a sentence about it."""


class Jwt(NamedTuple):
    """What a JWT says; whether anybody may believe it is another question."""

    header: JsonObject
    claims: JsonObject


def taken_apart(text: str) -> Jwt:
    """Header and claims of a compact JWT.

    Raises:
        NotAJwtError: it is none.
    """
    parts = text.strip().split(".")
    if len(text) > LONGEST or len(parts) != 3:
        raise NotAJwtError("a JWT has three parts with dots between them")
    return Jwt(_part(parts[0], "header"), _part(parts[1], "content"))


def _part(text: str, what: str) -> JsonObject:
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        found: Json = json.loads(data)
    except (binascii.Error, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NotAJwtError(f"its {what} cannot be decoded")
    return found
