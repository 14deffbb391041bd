"""What is measured, and how the outcome is judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Times:
    """Times in seconds of the bare program and of this one, taken by turns, so in pairs.

    Attributes:
        note: a word for the table, such as how much was sent.
    """

    bare: Sequence[float]
    own: Sequence[float]
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times as long as the bare program this one takes: the median of the pairs.

        A pair is taken within a second or two. So this is steadier than the ratio of the
        medians, when the machine has other work now and then.
        """
        return median(own / bare for bare, own in zip(self.bare, self.own, strict=True))


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report.

    Attributes:
        limit: the highest ratio that is good enough.
        measure: takes the times.
    """

    name: str
    limit: float
    measure: Callable[[Workbench], Times]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure and the times that were taken for it; None if it could not be measured."""

    figure: Figure
    times: Times | None

    @property
    def is_over(self) -> bool:
        """Whether the limit was exceeded; what could not be measured counts as that."""
        return self.times is None or self.times.ratio > self.figure.limit
