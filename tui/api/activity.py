"""What goes on between this program and a server while somebody waits for an answer."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple


class Phase(Enum):
    """What is going on."""

    SIGNING_IN = "signing in"
    """A token is asked for."""
    RETRYING = "retrying"
    """A request is sent again in a while."""
    LOST = "lost"
    """The server did not answer the last try, or is not running behind its proxy."""
    OVER = "over"
    """There was an answer, or nobody waits for one any more."""


class Activity(NamedTuple):
    """Something worth a word.

    Attributes:
        phase: what it is.
        attempt: the number of the try to come, from 2, when it is tried again.
        delay: seconds until then.
        reason: why, plain text of ours; "" when all is well.
        method: HTTP method of the request.
        url: where to, without query.
    """

    phase: Phase
    attempt: int = 1
    delay: float = 0.0
    reason: str = ""
    method: str = ""
    url: str = ""

    @property
    def sentence(self) -> str:
        """For a status line; "" when there is nothing to say."""
        if self.phase is Phase.RETRYING:
            return f"{self.reason}; {self.word}"
        if self.phase is Phase.LOST:
            return f"offline: {self.reason}"
        return "signing in…" if self.phase is Phase.SIGNING_IN else ""

    @property
    def word(self) -> str:
        """The same where there is little room."""
        if self.phase is Phase.RETRYING:
            return f"retrying in {self.delay:.0f} s" if self.delay >= 1 else "retrying…"
        return "offline" if self.phase is Phase.LOST else self.sentence


OnActivity = Callable[[Activity], None]
