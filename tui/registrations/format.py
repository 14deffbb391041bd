"""Registrations as files of JSON, and what is refused when they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tui.models import stored_json
from tui.models.json import JsonObject
from tui.models.stored_json import list_in, object_in, text_in, time_in
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
    return stored_json.to_bytes(whole, "the registration")


def from_bytes(data: bytes) -> tuple[Registration, bool]:
    """What ``to_bytes`` wrote, and whether its secrets are elsewhere.

    Raises:
        ValueError: the content is torn, or something else.
    """
    whole = stored_json.from_bytes(data, FORMAT, "registration")
    kept = whole.get("secrets")
    secrets = kept if isinstance(kept, dict) else {}
    registration = Registration(
        provider=text_in(whole, "provider"),
        client_id=text_in(whole, "clientId"),
        uri=text_in(whole, "uri"),
        token="",
        registered=time_in(whole, "registered"),
        changed=time_in(whole, "changed"),
        picture=object_in(whole, "picture"),
        unread=tuple(name for name in list_in(whole, "unread") if isinstance(name, str)),
    )
    texts = {name: value for name, value in secrets.items() if isinstance(value, str)}
    return with_secrets(registration, texts), kept is None
