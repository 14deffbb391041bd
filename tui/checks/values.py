"""What would be found about one member if it had another value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from tui.checks.client import check_client
from tui.checks.finding import Finding
from tui.models.document import ClientDocument
from tui.models.json import Json, JsonObject

if TYPE_CHECKING:
    from tui.models.discovery import Discovery


def check_value(
    client: ClientDocument,
    path: str,
    value: Json,
    *,
    discovery: Discovery | Mapping[str, object] | None = None,
    new: bool = False,
    now: datetime | None = None,
) -> list[Finding]:
    """The findings at ``path`` if it had ``value`` and all else stayed as it is.

    Args:
        client: as it is; it is not changed.
        path: the member, wire names joined by dots.
        value: JSON as it would be sent.
        discovery: as in ``check_client``.
        new: as in ``check_client``.
        now: as in ``check_client``.
    """
    changed = ClientDocument(_with(client.raw, path.split("."), value))
    found = check_client(changed, discovery=discovery, new=new, now=now, before=client)
    return [finding for finding in found if finding.path == path]


def _with(raw: JsonObject, way: list[str], value: Json) -> JsonObject:
    """``raw`` with ``value`` at the end of ``way``; shares all else with it."""
    name, *rest = way
    if not rest:
        return {**raw, name: value}
    below = raw.get(name)
    return {**raw, name: _with(below if isinstance(below, dict) else {}, rest, value)}
