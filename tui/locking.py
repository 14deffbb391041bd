"""One program at a time."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 5.0
"""Seconds to wait for another program, which needs a few milliseconds unless it was stopped."""

STEP = 0.01


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock on the file ``path``, which is made when needed.

    It ends with the program, however that ends; another program is given ``patience`` seconds.

    Raises:
        OSError: it could not be had.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _wait(handle, patience)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise OSError(errno.EAGAIN, "Another program is writing it") from None
            time.sleep(STEP)
        else:
            return
