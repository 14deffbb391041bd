"""How the rows of a list differ from what they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What to mark.

    Attributes:
        new: the rows that were not there, 0-based.
        was: what stood there before, by row.
        removed: what is not there any more.
    """

    new: frozenset[int] = frozenset()
    was: dict[int, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()


def mark_rows(before: Sequence[str], now: Sequence[str]) -> RowMarks:
    """Compare rows by their text; a row at the place of one that is gone replaces it.

    Moved rows are not marked.
    """
    left, came = Counter(before), []
    for row, text in enumerate(now):
        if left[text]:
            left[text] -= 1
        else:
            came.append(row)
    gone = []
    for row in reversed(range(len(before))):
        if left[before[row]]:
            left[before[row]] -= 1
            gone.append(row)
    was = {row: before[row] for row in set(came) & set(gone)}
    return RowMarks(
        frozenset(came) - was.keys(),
        was,
        tuple(before[row] for row in reversed(gone) if row not in was),
    )
