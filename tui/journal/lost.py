"""Changes whose answer got lost. A later read tells whether they were made; then they are noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.journal.entry import Entry
from tui.journal.making import Origin, deleted, edited
from tui.models.changes import Operation, apply_patch, difference, inverse, to_patch
from tui.models.json import JsonObject


class LostChange(Protocol):
    """A change that may have been made."""

    def entry(self, latest: JsonObject | None) -> Entry | None:
        """What to note of it; None when it was not made.

        Args:
            latest: the client as read since; None: it does not exist.
        """


@dataclass(frozen=True, slots=True)
class LostEdit:
    """An edit.

    Attributes:
        origin: where and by whom.
        before: the client as read just before.
        wanted: the client as it was to be.
        sent: the operations of the request.
        undoes: the entry that it was to take back.
    """

    origin: Origin
    before: JsonObject
    wanted: JsonObject
    sent: Sequence[Operation]
    undoes: Entry | None = None

    def entry(self, latest: JsonObject | None) -> Entry | None:
        """As ``LostChange.entry``.

        A member that has changed at all counts: servers alter what they are sent. A secret
        does not, as it may be encrypted anew for each answer.
        """
        if latest is None:
            return None
        moved = {change.path for change in difference(self.before, latest)}
        made = [
            change
            for change in difference(self.before, self.wanted)
            if change.path in moved and change.path != ("clientSecret",)
        ]
        if not made:
            return None
        before = apply_patch(latest, to_patch(inverse(made)))
        return edited(self.origin, before, latest, self.sent, self.undoes)


@dataclass(frozen=True, slots=True)
class LostDeletion:
    """A deletion.

    Attributes:
        origin: where and by whom.
        client: as it was.
        undoes: the entry that it was to take back.
    """

    origin: Origin
    client: JsonObject
    undoes: Entry | None = None

    def entry(self, latest: JsonObject | None) -> Entry | None:
        """As ``LostChange.entry``."""
        return deleted(self.origin, self.client, self.undoes) if latest is None else None
