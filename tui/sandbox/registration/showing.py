"""A stored client as registration metadata."""

import json
from datetime import UTC, datetime
from typing import cast

from tui.models.json import Json, JsonObject
from tui.sandbox.references import names_of
from tui.sandbox.registration.table import (
    DATES,
    SERVER_MADE,
    SINGLE,
    SPACED,
    by_name,
    is_unknown,
    localized,
)
from tui.sandbox.store import Store
from tui.sandbox.tables import ATTRIBUTES, SCOPES
from tui.sandbox.urls import AUTH


def metadata(store: Store, entry: JsonObject) -> JsonObject:
    """What a registration request for this client would say; empty members are left out."""
    result: JsonObject = {}
    for name, member in by_name().items():
        if name not in SERVER_MADE:
            value = _value(store, name, _at(entry, member.path))
            if value not in (None, "", []):
                result[name] = value
    for name, path in localized().items():
        texts = entry.get(path)
        values = texts.get("values") if isinstance(texts, dict) else None
        for tag, text in (values if isinstance(values, dict) else {}).items():
            if tag:
                result[f"{name}#{tag}"] = text
    return result | {name: value for name, value in entry.items() if is_unknown(name)}


def answer(store: Store, entry: JsonObject, secret: str | None, issuer: str) -> JsonObject:
    """The whole answer (RFC 7591 section 3.2.1); ``secret`` in plain text, None to leave it out."""
    inum = str(entry["inum"])
    result: JsonObject = {"client_id": inum}
    if secret is not None:
        result["client_secret"] = secret
    for name in sorted(DATES):
        date = entry.get(by_name()[name].path)
        result[name] = _seconds(date) if isinstance(date, str) else 0
    result["registration_access_token"] = entry.get("registrationAccessToken")
    result["registration_client_uri"] = f"{issuer}{AUTH}/register?client_id={inum}"
    return result | metadata(store, entry)


def _at(entry: JsonObject, path: str) -> Json:
    parent, _, name = path.rpartition(".")
    holder = entry.get(parent) if parent else entry
    return holder.get(name) if isinstance(holder, dict) else None


def _value(store: Store, name: str, value: Json) -> Json:
    if name in SPACED:
        dns = value if isinstance(value, list) else []
        table, column = (SCOPES, "id") if name == "scope" else (ATTRIBUTES, "claimName")
        return " ".join(names_of(store, table, column, dns))
    if name == SINGLE:
        return value[0] if isinstance(value, list) and value else None
    if name == "jwks":
        return _parsed(value)
    return value


def _parsed(value: Json) -> Json:
    """The key set in a string; an administrator may have stored what is none."""
    try:
        return cast(Json, json.loads(value)) if isinstance(value, str) else None
    except (ValueError, RecursionError):
        return None


def _seconds(date: str) -> int:
    return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
