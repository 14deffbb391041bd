"""What came of a save."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from tui.models.changes import Change
from tui.models.document import ClientDocument


class SecretState(Enum):
    """What is known of the client secret after a save."""

    UNTOUCHED = "untouched"
    VERIFIED = "verified"
    SENT = "sent"
    REFUSED = "refused"
    GIVEN = "given"
    """The server made it."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The server has the client.

    Attributes:
        document: the client as read back.
        altered: what the server dropped or changed of what was asked.
        secret: the new secret, to be shown once; "" when none was set.
        secret_state: whether the server accepts it.
        notes: what else the person should know, a sentence each.
        added: what the server set though nobody asked for it, where that is known.
    """

    document: ClientDocument
    altered: list[Change] = field(default_factory=list)
    secret: str = field(default="", repr=False)
    secret_state: SecretState = SecretState.UNTOUCHED
    notes: list[str] = field(default_factory=list)
    added: list[Change] = field(default_factory=list)
