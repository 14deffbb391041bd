"""What a call made of a registration."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tui.models.json import JsonObject
from tui.models.registration.report import Report
from tui.registrations.registration import Registration

if TYPE_CHECKING:
    from tui.api.errors import ApiError

TokenSource: TypeAlias = Callable[[], Awaitable[str]]
"""Gives a fresh initial access token each time it is asked: some can be used only once."""

Signer: TypeAlias = Callable[[JsonObject], str]
"""Makes a JWT of the members that are to be registered."""


@dataclass(frozen=True, slots=True)
class Provider:
    """An OpenID provider or authorization server.

    Attributes:
        address: its issuer; where it has none, its registration endpoint.
        endpoint: the registration endpoint; "" to find it by discovery.
    """

    address: str
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A call that succeeded, and what is to be said about it.

    Attributes:
        registration: as it is kept now.
        report: asked against granted.
        problem: why the registration could not be read back after a write; None if it was.
        notes: further sentences.
    """

    registration: Registration
    report: Report
    problem: ApiError | None = None
    notes: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person should know, the gravest first; () when all is as asked."""
        read_back = (
            (f"It was not read back: {self.problem.sentence}",) if self.problem is not None else ()
        )
        return (*self.notes, *self.report.sentences, *read_back)
