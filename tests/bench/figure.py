"""What is measured, and how the outcome is judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tests.bench.workbench import Workbench


class Unit(NamedTuple):
    """In what values are told.

    Attributes:
        name: its sign.
        factor: what a measured value is multiplied by.
        digits: how many are told behind the point.
    """

    name: str
    factor: float
    digits: int


MILLISECONDS = Unit("ms", 1000, 1)
"""Of what was measured in seconds."""

BYTES = Unit("bytes", 1, 0)

MEGABYTES = Unit("MB", 1 / 1_000_000, 1)
"""Of what was measured in bytes."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Values of the bare program and of this one, taken by turns, so in pairs.

    Attributes:
        note: a word for the table, such as how much was sent.
    """

    bare: Sequence[float]
    own: Sequence[float]
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times as much as the bare program this one takes: the median of the pairs.

        A pair is taken within a second or two. So this is steadier than the ratio of the
        medians, when the machine has other work now and then.
        """
        return median(own / bare for bare, own in zip(self.bare, self.own, strict=True))


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report.

    Attributes:
        limit: the highest ratio that is good enough.
        measure: takes the values.
        unit: in which they are told.
    """

    name: str
    limit: float
    measure: Callable[[Workbench], Pairs]
    unit: Unit = MILLISECONDS


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure and the values that were taken for it; None if it could not be measured."""

    figure: Figure
    pairs: Pairs | None

    @property
    def is_over(self) -> bool:
        """Whether the limit was exceeded; what could not be measured counts as that."""
        return self.pairs is None or self.pairs.ratio > self.figure.limit
