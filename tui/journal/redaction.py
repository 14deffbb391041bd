"""What is noted of a change: everything but the values of secrets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from tui.journal.pointers import path_of
from tui.models.json import J, Json, JsonObject, copied
from tui.models.secrets import SECRET_MEMBERS


def without_secrets(value: J) -> tuple[J, set[str]]:
    """A deep copy without the secret members, however deep, and the names of those it had.

    An empty secret is left out, too, but was none.
    """
    kept = copied(value)
    found: set[str] = set()
    waiting: list[Json] = [kept]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            for name in SECRET_MEMBERS & item.keys():
                if item.pop(name) not in (None, ""):
                    found.add(name)
            waiting.extend(item.values())
    return kept, found


def noted(operations: Iterable[Mapping[str, object]]) -> list[JsonObject]:
    """JSON Patch operations (RFC 6902) to be kept.

    One that touches a secret is without its value, and has ``"secret": true`` instead.
    """
    return [_noted(cast(JsonObject, dict(operation))) for operation in operations]


def _noted(operation: JsonObject) -> JsonObject:
    path = operation.get("path")
    if isinstance(path, str) and SECRET_MEMBERS.intersection(path_of(path)):
        return {
            **{name: item for name, item in operation.items() if name != "value"},
            "secret": True,
        }
    return without_secrets(operation)[0]
