"""Work that may not wait for anybody."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds in which a program must have noticed that there is nothing to wait for."""


def in_time(work: Callable[[], T]) -> T:
    """What comes of ``work``, which may not wait for anybody.

    It runs in a thread of its own: one that hangs is left behind.
    """
    results: list[T] = []
    problems: list[BaseException] = []

    def work_it() -> None:
        try:
            results.append(work())
        except BaseException as problem:
            problems.append(problem)

    thread = threading.Thread(target=work_it, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive(), "it waits for something that never comes"
    if problems:
        raise problems[0]
    return results[0]
