"""What a check has to say about a client."""

from dataclasses import dataclass
from enum import Enum

SPEC_REGISTRATION = "OpenID Connect Dynamic Client Registration 1.0 section 2"
JANS_REGISTRATION = "Jans registration rule"
OAUTH_SECURITY = "RFC 9700"


class Severity(Enum):
    """How much a finding weighs.

    An ``ERROR`` is broken or dangerous and blocks the save (see ``comparison.blocking``). A
    ``WARNING`` works on the server and is only said.
    """

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or unwise.

    Attributes:
        path: the member it is shown at, wire names joined by dots (``attributes.parLifetime``).
        severity: whether it blocks a save.
        message: a sentence in plain text: what is wrong and what to do. Never holds a secret.
        index: the row when the member is a list, 0-based; ``None`` for the member as a whole.
        source: the rule's origin, such as ``RFC 7591 section 2``.
        related: the other members that the rule reads, as ``path`` is written.
    """

    path: str
    severity: Severity
    message: str
    index: int | None = None
    source: str = ""
    related: tuple[str, ...] = ()
