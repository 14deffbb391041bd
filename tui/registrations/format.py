"""Registrations as files of JSON, and what is refused when they are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from tui.models.json import Json, JsonObject
from tui.registrations.registration import Registration

FORMAT = 1
"""Files that were written in another format are not read."""


def secrets_of(registration: Registration) -> dict[str, str]:
    """What lets others in, by name: kept in the file, or in the keyring."""
    every = {
        "token": registration.token,
        "previous": registration.previous,
        "secret": registration.secret,
    }
    return {name: text for name, text in every.items() if text}


def with_secrets(registration: Registration, secrets: Mapping[str, str]) -> Registration:
    """The registration with the secrets that ``secrets_of`` gave."""
    return replace(
        registration,
        token=secrets.get("token", ""),
        previous=secrets.get("previous", ""),
        secret=secrets.get("secret", ""),
    )


def to_bytes(registration: Registration, *, with_secrets: bool) -> bytes:
    """The file's content: JSON, all of it ASCII.

    Raises:
        ValueError: it is nested too deeply to be written.
    """
    whole: JsonObject = {
        "format": FORMAT,
        "provider": registration.provider,
        "clientId": registration.client_id,
        "uri": registration.uri,
        "picture": registration.picture,
        "unread": list(registration.unread),
        "registered": registration.registered.isoformat(),
        "changed": registration.changed.isoformat(),
    }
    whole["secrets"] = dict(secrets_of(registration)) if with_secrets else None
    try:
        return json.dumps(whole).encode()
    except RecursionError:
        raise ValueError("the registration is nested too deeply") from None


def from_bytes(data: bytes) -> tuple[Registration, bool]:
    """What ``to_bytes`` wrote, and whether its secrets are elsewhere.

    Raises:
        ValueError: the content is torn, or something else.
    """
    try:
        whole: Json = json.loads(data)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError("it is no registration")
    kept = whole.get("secrets")
    secrets = kept if isinstance(kept, dict) else {}
    picture, unread = whole.get("picture"), whole.get("unread")
    if not isinstance(picture, dict) or not isinstance(unread, list):
        raise ValueError("it is not whole")
    registration = Registration(
        provider=_text(whole, "provider"),
        client_id=_text(whole, "clientId"),
        uri=_text(whole, "uri"),
        token="",
        registered=_time(whole, "registered"),
        changed=_time(whole, "changed"),
        picture=picture,
        unread=tuple(name for name in unread if isinstance(name, str)),
    )
    texts = {name: value for name, value in secrets.items() if isinstance(value, str)}
    return with_secrets(registration, texts), kept is None


def _text(whole: JsonObject, name: str) -> str:
    value = whole.get(name)
    if not isinstance(value, str):
        raise ValueError(f"its member {name} is no text")
    return value


def _time(whole: JsonObject, name: str) -> datetime:
    moment = datetime.fromisoformat(_text(whole, name))
    if moment.tzinfo is None:
        raise ValueError("its time has no zone")
    return moment
