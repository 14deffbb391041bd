"""What signing in may have to ask a person; screens and the command line each answer it."""

import asyncio
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Question(NamedTuple):
    """A question for a secret.

    Attributes:
        what: a few words, for a label: ``client secret``.
        sentence: which one, and for what.
    """

    what: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What a person needs to approve a sign-in elsewhere (RFC 8628 section 3.2).

    Attributes:
        user_code: to be typed there.
        verification_uri: where to go.
        verification_uri_complete: the same with the code in it, for a QR code; "" without.
        expires_in: seconds from now.
        device_code: what this program asks with; nobody else's business.
        interval: seconds between two questions.
    """

    user_code: str
    verification_uri: str
    verification_uri_complete: str
    expires_in: float
    device_code: str = field(repr=False)
    interval: float = 5.0


class Asking(Protocol):
    """Someone who can ask a person."""

    async def secret(self, question: Question) -> str | None:
        """The answer, which is not shown as it is typed; None when it is refused."""

    def device_code(self, code: DeviceCode, cancelled: asyncio.Event) -> None:
        """Show where to approve the sign-in; set ``cancelled`` when the person gives up.

        Called on the event loop, and to return at once: the answer is waited for meanwhile.
        """

    def done(self) -> None:
        """The sign-in has ended, however: what ``device_code`` shows can go."""
