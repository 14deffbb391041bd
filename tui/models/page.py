"""One page of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """Entries ``start`` to ``start + len(entries) - 1`` (0-based) of ``total`` that match."""

    start: int
    total: int
    entries: Sequence[T_co]
