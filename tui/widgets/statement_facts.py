"""What a software statement says, decoded, and whether to believe it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from textual.content import Content

from tui.models.plain import plain
from tui.models.registration.software_statement import Statement
from tui.models.secrets import MASK
from tui.widgets.lines import Lines
from tui.widgets.statement_words import claim_rows
from tui.widgets.text import LONGEST, line, wrapped

LABEL = 16
"""Cells of the labels, where there is room for them beside the values."""

BESIDE = 50
"""Cells from which on there is."""


@dataclass
class Facts:
    """What is known by now.

    Attributes:
        statement: decoded, or what the server lists of it.
        status: what the server says of it; "" when it was not asked.
        verdict: whether the signature is good, in words, and their style.
        problems: sentences about what stands against using it.
        jwt: itself; "" when nobody has it here.
        no_jwt: why that is so.
        revealed: whether the JWT is to be seen.
    """

    statement: Statement
    status: tuple[str, str] = ("", "")
    verdict: tuple[str, str] = ("", "")
    problems: tuple[str, ...] = ()
    jwt: str = field(default="", repr=False)
    no_jwt: str = ""
    revealed: bool = False


class StatementFacts(Lines):
    """Labels and values below one another; all of it may be foreign."""

    DEFAULT_CSS = """
    StatementFacts { height: auto; }
    """

    def __init__(self, facts: Facts, now: datetime) -> None:
        """Args: ``now`` has its zone."""
        super().__init__()
        self.facts = facts
        self._now = now
        self._made: tuple[int, list[Content]] | None = None

    def changed(self) -> None:
        """Draw what is known by now."""
        self._made = None
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """All of it, over as many lines as it needs; kept until something changes."""
        if self._made is None or self._made[0] != width:
            self._made = width, list(self._lines(width))
        return self._made[1]

    def _lines(self, width: int) -> Iterator[Content]:
        facts = self.facts
        for sentence in facts.problems:
            yield from _row("!", sentence, "$text-error", width, margin=2)
        for label, (text, style) in (("Status", facts.status), ("Signature", facts.verdict)):
            if text:
                yield from _row(label, text, style, width)
        header = " · ".join(
            f"{name} {value}" for name, value in facts.statement.header.items() if value
        )
        if header:
            yield from _row("Header", header, "$text-muted", width)
        for label, value in claim_rows(facts.statement.claims, self._now):
            yield from _row(label, value, "$foreground", width)
        if facts.jwt and facts.revealed:
            yield from _long("JWT", facts.jwt, width)
        elif facts.jwt or facts.no_jwt:
            yield from _row("JWT", MASK if facts.jwt else facts.no_jwt, "$text-muted", width)


def _row(
    label: str, value: str, style: str, width: int, *, margin: int = LABEL
) -> Iterator[Content]:
    """A label, and beside it or below it the value."""
    name = plain(label, 60)
    if width < BESIDE and margin == LABEL:
        margin = 2
        yield line((name, "$text-muted"))
        name = ""
    elif len(name) >= margin:
        yield line((name, "$text-muted"))
        name = ""
    for place, content in enumerate(wrapped(value, width - margin, style)):
        yield line((f"{'' if place else name:<{margin}}", "$text-muted"), content)


def _long(label: str, text: str, width: int) -> Iterator[Content]:
    """A text that is broken anywhere."""
    yield line((label, "$text-muted"))
    shown = plain(text, max(len(text), LONGEST))
    for start in range(0, len(shown), max(width, 8)):
        yield line((shown[start : start + max(width, 8)], "$foreground"))
