"""One change that this program made to a client, as it is noted."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tui.journal.pointers import changes_of
from tui.models.changes import Change
from tui.models.json import Json, JsonObject
from tui.models.stored_json import list_in, text_in, time_in

VERSION = 1

CREATE, EDIT, DELETE, UNDO = "create", "edit", "delete", "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was done to which client, when, by whom, and how to take it back. No secrets.

    Attributes:
        kind: ``create``, ``edit``, ``delete`` or ``undo``; newer programs may have others.
        effect: what it was for the client: ``create``, ``edit`` or ``delete``.
        inum: the client's.
        name: of the client, as it was afterwards; foreign text.
        profile: what the person calls the server.
        server: its base URL.
        user: of the operating system.
        client_id: the OAuth client that the program signed in with.
        patch: of an edit, the operations (RFC 6902) as they were sent.
        result: the operations that lead from the client before to the one that came back.
        inverse: the operations that lead from there to the client before.
        client: of a creation or deletion, the whole client.
        secrets: which secret members are left out of ``client`` or ``patch``.
        undoes: the id of the entry that was taken back; "" for other kinds.
        time: in UTC.
        id: of this entry; random.
    """

    kind: str
    effect: str
    inum: str
    name: str = ""
    profile: str = ""
    server: str = ""
    user: str = ""
    client_id: str = ""
    patch: list[JsonObject] = field(default_factory=list)
    result: list[JsonObject] = field(default_factory=list)
    inverse: list[JsonObject] = field(default_factory=list)
    client: JsonObject | None = None
    secrets: list[str] = field(default_factory=list)
    undoes: str = ""
    time: datetime = field(default_factory=lambda: datetime.now(UTC))
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def changes(self) -> list[Change]:
        """What became of each member that an edit changed."""
        return changes_of(self.result, self.inverse)


def to_json(entry: Entry) -> JsonObject:
    """The entry as a JSON object; what is empty is left out."""
    patch: list[Json] = [*entry.patch]
    result: list[Json] = [*entry.result]
    whole: JsonObject = {
        "version": VERSION,
        "id": entry.id,
        "time": entry.time.astimezone(UTC).isoformat(timespec="milliseconds"),
        "kind": entry.kind,
        "effect": "" if entry.effect == entry.kind else entry.effect,
        "undoes": entry.undoes,
        "profile": entry.profile,
        "server": entry.server,
        "user": entry.user,
        "clientId": entry.client_id,
        "inum": entry.inum,
        "name": entry.name,
        "secrets": [*entry.secrets],
        "patch": patch,
        "result": None if result == patch else result,
        "inverse": [*entry.inverse],
        "client": entry.client,
    }
    kept = {"result"} if result != patch else set()
    return {
        name: item for name, item in whole.items() if name in kept or item not in ("", [], None)
    }


def from_json(raw: Json) -> Entry:
    """What ``to_json`` made; members that are not known are passed over.

    Raises:
        ValueError: it is something else.
    """
    if not isinstance(raw, dict):
        raise ValueError("an entry is an object")
    client = raw.get("client")
    if not (client is None or isinstance(client, dict)):
        raise ValueError("its client is no object")
    kind, patch = text_in(raw, "kind", ""), _operations(raw, "patch")
    if not kind:
        raise ValueError("it has no kind")
    return Entry(
        kind=kind,
        effect=text_in(raw, "effect", "") or kind,
        inum=text_in(raw, "inum", ""),
        name=text_in(raw, "name", ""),
        profile=text_in(raw, "profile", ""),
        server=text_in(raw, "server", ""),
        user=text_in(raw, "user", ""),
        client_id=text_in(raw, "clientId", ""),
        patch=patch,
        result=_operations(raw, "result") if "result" in raw else patch,
        inverse=_operations(raw, "inverse"),
        client=client,
        secrets=[name for name in list_in(raw, "secrets", []) if isinstance(name, str)],
        undoes=text_in(raw, "undoes", ""),
        time=time_in(raw, "time").astimezone(UTC),
        id=text_in(raw, "id", ""),
    )


def _operations(raw: JsonObject, name: str) -> list[JsonObject]:
    operations = [one for one in list_in(raw, name, []) if isinstance(one, dict)]
    if len(operations) < len(list_in(raw, name, [])):
        raise ValueError(f"its member {name} is no patch")
    return operations
