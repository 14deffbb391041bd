"""A client's JSON Web Key Set, which the Config API keeps as a string of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.checks.finding import Finding, Severity
from tui.checks.jwk import PATH, KeySummary, key_name, summarise
from tui.models.json import Json

if TYPE_CHECKING:
    from tui.models.client import Client

MAXIMUM_LENGTH = 256 * 1024
_SOURCE = "RFC 7517 section 5"


@dataclass(frozen=True, slots=True)
class KeySet:
    """The keys of a set, and what is wrong with the set as such."""

    keys: tuple[KeySummary, ...] = ()
    problems: tuple[Finding, ...] = ()


def jwks(client: Client) -> Iterator[Finding]:
    """What is wrong with the client's key set and with each of its keys."""
    if not client.jwks or not client.jwks.strip():
        return
    key_set = read_key_set(client.jwks)
    yield from key_set.problems
    for key in key_set.keys:
        yield from key.problems


def describe_keys(text: str) -> list[KeySummary]:
    """The keys of the set that ``text`` holds; [] when it holds no set."""
    return list(read_key_set(text).keys)


def read_key_set(text: str) -> KeySet:
    """Read a JSON Web Key Set of at most 256 KiB characters; never raises."""
    if len(text) > MAXIMUM_LENGTH:
        message = "The JWKS is too large to be checked: publish it at a JWKS address instead."
        return _unreadable(message, Severity.WARNING)
    try:
        parsed: Json = json.loads(text)
    except (ValueError, RecursionError):
        return _unreadable(_not_json(text))
    if not isinstance(parsed, dict):
        return _unreadable('The JWKS is no JSON object: write {"keys": […]}.')
    keys = parsed.get("keys")
    if not isinstance(keys, list):
        if "kty" in parsed:
            return _unreadable('The JWKS is a single key: wrap it as {"keys": [key]}.')
        return _unreadable('The JWKS has no list of keys: write {"keys": […]}.')
    summaries = tuple(summarise(index, key) for index, key in enumerate(keys))
    return KeySet(summaries, tuple(_set_problems(summaries)))


def _set_problems(keys: tuple[KeySummary, ...]) -> Iterator[Finding]:
    if not keys:
        message = "The JWKS holds no key: add one or remove the JWKS."
        yield Finding(PATH, Severity.WARNING, message, None, _SOURCE)
    seen: set[str] = set()
    for key in keys:
        if key.kid and key.kid in seen:
            message = f"{key_name(key.index, key.kid)} has the key ID of another: change one."
            yield Finding(PATH, Severity.WARNING, message, key.index, "RFC 7517 section 4.5")
        seen.add(key.kid)


def _unreadable(message: str, severity: Severity = Severity.ERROR) -> KeySet:
    return KeySet(problems=(Finding(PATH, severity, message, None, _SOURCE),))


def _not_json(text: str) -> str:
    if "PRIVATE KEY-----" in text:
        return "The JWKS is a private key in PEM form: never store it here, add the public JWK."
    if text.lstrip().startswith("-----BEGIN"):
        return "The JWKS is in PEM form: convert it to a JWK first."
    return "The JWKS is not JSON: correct it."
