"""A client's secrets: making, masking, and telling ciphertext from a usable secret."""

import base64
import binascii
import re
import secrets
from itertools import zip_longest

from tui.models.json import Json, JsonObject, copied

SECRET_MEMBERS = frozenset(
    {
        "clientSecret",
        "registrationAccessToken",
        "client_secret",
        "registration_access_token",
    }
)
"""Members whose value lets others in: of the Config API, and of registration (RFC 7591)."""

MASK = "••••••••"
"""Stands for a secret of any length, so that it does not even tell the length."""

SECRET_BYTES = 32

CIPHER_BLOCK = 8
"""Bytes in a block of triple DES, with which Jans encrypts by default; AES has two of them."""

_PRIVATE_MEMBER = re.compile(r'"(?:d|p|q|dp|dq|qi|oth|k)"\s*:')

_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")


def new_secret() -> str:
    """A random secret of 256 bits: 43 characters of A-Z, a-z, 0-9, ``-`` and ``_``."""
    return random_text(SECRET_BYTES)


def random_text(size: int) -> str:
    """``size`` random bytes in characters that URLs can hold.

    The first one is no ``-``: commands would take the text for an option.
    """
    while True:
        text = secrets.token_urlsafe(size)
        if not text.startswith("-"):
            return text


def looks_encrypted(text: str) -> bool:
    """Whether a ``clientSecret`` that the server gave is probably ciphertext.

    Servers may keep and return secrets encrypted with their own key, and with such a text
    nobody can log in. It is standard base64 of whole cipher blocks. UUIDs, words, numbers
    and hexadecimal digests are not: a text needs padding, ``+`` or ``/``, and both cases.
    This is a guess: a secret that was chosen as base64 of random bytes looks the same, and
    ciphertext that happens to need no padding and no sign is missed.
    """
    if not _BASE64.fullmatch(text) or not set(text) & set("+/="):
        return False
    if text.islower() or text.isupper():
        return False
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        return False
    return len(data) % CIPHER_BLOCK == 0 and base64.b64encode(data) == text.encode()


def holds_private_key(text: str) -> bool:
    """Whether ``text`` is, or begins to be, a private or symmetric key: JWK or PEM.

    A JWK's secret members are those of RFC 7518 section 6; the text need not be whole JSON.
    """
    return "PRIVATE KEY" in text or _PRIVATE_MEMBER.search(text) is not None


def mask(raw: JsonObject, stand_in: str = MASK) -> JsonObject:
    """A deep copy in which every secret, however deep, is ``stand_in``; empty ones stay."""
    masked = copied(raw)
    waiting: list[Json] = [masked]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            for name, item in value.items():
                if name in SECRET_MEMBERS and item not in (None, ""):
                    value[name] = stand_in
                else:
                    waiting.append(item)
    return masked


def unmask(masked: JsonObject, known: JsonObject, stand_in: str = MASK) -> JsonObject:
    """A deep copy in which every secret that is ``stand_in`` is the one that ``known`` has.

    Where ``known`` has none at the same place, the member is left out.
    """
    whole = copied(masked)
    waiting: list[tuple[Json, Json]] = [(whole, known)]
    while waiting:
        value, source = waiting.pop()
        if isinstance(value, list):
            sources = source if isinstance(source, list) else []
            waiting.extend(zip_longest(value, sources[: len(value)]))
        elif isinstance(value, dict):
            sources_of: JsonObject = source if isinstance(source, dict) else {}
            for name, item in list(value.items()):
                if name not in SECRET_MEMBERS or item != stand_in:
                    waiting.append((item, sources_of.get(name)))
                elif name in sources_of:
                    value[name] = copied(sources_of[name])
                else:
                    del value[name]
    return whole
