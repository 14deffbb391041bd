"""Registration metadata as a stored client."""

import json
from datetime import UTC, datetime
from typing import cast

from tui.models.changes.difference import REORDERED_ON_POST
from tui.models.dates import to_wire
from tui.models.json import Json, JsonObject
from tui.sandbox.client_entry import complete, without_empties
from tui.sandbox.client_input import as_set
from tui.sandbox.registration.table import (
    SERVER_MADE,
    SINGLE,
    SPACED,
    by_name,
    is_unknown,
    localized,
)


def local_date(seconds: int) -> str:
    """Seconds since 1970 as the server writes date-times."""
    return to_wire(datetime.fromtimestamp(seconds, UTC))


def entry_of(
    metadata: JsonObject, before: JsonObject, scopes: list[str], claims: list[str], now: int
) -> JsonObject:
    """The client ``before`` with ``metadata`` in place of all that a registration can set.

    ``scopes`` and ``claims`` are DNs; ``now`` is in seconds since 1970.
    """
    entry: JsonObject = {name: value for name, value in before.items() if not is_unknown(name)}
    given = entry.get("attributes")
    attributes: JsonObject = {**given} if isinstance(given, dict) else {}
    for name, member in by_name().items():
        if name in SERVER_MADE:
            continue
        holder = attributes if "." in member.path else entry
        key = member.path.rpartition(".")[2]
        value = _stored(name, metadata.get(name))
        if value is None:
            holder.pop(key, None)
        else:
            holder[key] = as_set(value) if key in REORDERED_ON_POST else value
    entry["attributes"] = attributes
    entry["scopes"], entry["claims"] = cast(Json, scopes), cast(Json, claims)
    for name, path in localized().items():
        entry[path] = _texts(metadata, name)
    entry |= {name: value for name, value in metadata.items() if is_unknown(name)}
    return without_empties(complete(entry, now))


def _stored(name: str, value: Json) -> Json:
    if value is None or name in SPACED:
        return None
    if name == SINGLE:
        return [value]
    return json.dumps(value) if name == "jwks" else value


def _texts(metadata: JsonObject, name: str) -> Json:
    """The texts of all languages, the one without a tag under ""."""
    values: JsonObject = {
        key.partition("#")[2]: text
        for key, text in metadata.items()
        if key == name or key.startswith(f"{name}#")
    }
    return {"values": values} if values.keys() - {""} else {}
