"""What a save of an existing client would send, worked out before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.forms.draft import Draft
from tui.models.changes import (
    Change,
    Conflict,
    Merge,
    Operation,
    Path,
    Side,
    difference,
    merge,
    resolve,
    to_patch,
)
from tui.models.json import ABSENT, Absent, JsonObject, same

if TYPE_CHECKING:
    from tui.api.connection import Connection

SERVER_OWNED = frozenset(
    {"lastAccessTime", "lastLogonTime", "ttl", "deletable", "clientSecret", "displayName"}
)
"""Members that differ between two reads without anybody having edited the client."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A merge of the draft with what the server has now.

    Attributes:
        latest: the client as just read.
        merged: the draft's and the others' edits together.
    """

    latest: JsonObject
    merged: Merge

    @property
    def mine(self) -> list[Change]:
        """What the person changed."""
        return self.merged.mine

    @property
    def theirs(self) -> list[Change]:
        """What somebody else changed since the client was opened, conflicts left out."""
        disputed = {conflict.path for conflict in self.conflicts}
        return [
            change
            for change in self.merged.theirs
            if change.path[0] not in SERVER_OWNED and change.path not in disputed
        ]

    @property
    def conflicts(self) -> list[Conflict]:
        """Members that both changed, each to something else."""
        return self.merged.conflicts

    def operations(self, choices: Mapping[Path, Side]) -> list[Operation]:
        """The JSON Patch that makes ``latest`` what is wanted; [] when it is so already."""
        return to_patch(difference(self.latest, self.wanted(choices)))

    def differs(self, current: JsonObject, choices: Mapping[Path, Side]) -> bool:
        """Whether in ``current``, a later read, something that was to change has not.

        What it has changed to does not count: servers alter what they are sent.
        """
        asked = {change.path for change in difference(self.latest, self.wanted(choices))}
        changed = {change.path for change in difference(self.latest, current)}
        return bool(asked - changed - {("clientSecret",)})

    def wanted(self, choices: Mapping[Path, Side]) -> JsonObject:
        """The client as it is to be.

        ``displayName`` is the same column as ``clientName``: left at the old name in the
        server's document, it could win over the new one.
        """
        wanted = resolve(self.merged, choices)
        name = wanted.get("clientName", ABSENT)
        if "displayName" in self.latest and not same(name, self.latest.get("clientName", ABSENT)):
            if isinstance(name, Absent):
                del wanted["displayName"]
            else:
                wanted["displayName"] = name
        return wanted


def plan(draft: Draft, latest: JsonObject) -> Plan:
    """Merge ``draft`` with ``latest``, a fresh read of the same client.

    A secret that differs between two reads is no edit of somebody else: servers may encrypt
    it anew for each answer.
    """
    theirs = dict(latest)
    for name in SERVER_OWNED:
        if name in (draft.original or {}):
            theirs[name] = (draft.original or {})[name]
        else:
            theirs.pop(name, None)
    merged = merge(draft.original or {}, draft.edited, theirs)
    for name in SERVER_OWNED - {change.path[0] for change in merged.mine}:
        merged.merged.pop(name, None)
        if name in latest:
            merged.merged[name] = latest[name]
    return Plan(latest, merged)


async def make_plan(api: Connection, draft: Draft) -> Plan:
    """Read the client again and merge.

    Raises:
        NotFound: it was deleted meanwhile.
        ApiError: it could not be read.
    """
    latest = await api.clients.get(draft.document.inum)
    return plan(draft, latest.raw)
