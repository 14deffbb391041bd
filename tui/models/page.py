"""One page of a list."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Page(NamedTuple, Generic[T_co]):
    """Entries ``start`` to ``start + len(entries) - 1`` (0-based) of ``total`` that match."""

    start: int
    total: int
    entries: Sequence[T_co]
