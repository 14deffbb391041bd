"""One program at a time speaks for a client: a token that rotates can be used only once."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tui.atomic import private_folder

PATIENCE = 90.0
"""Seconds; longer than a call of another program may take."""

STEP = 0.02


@asynccontextmanager
async def turn(path: Path, patience: float = PATIENCE) -> AsyncIterator[None]:
    """Hold the lock on the file ``path`` over a call; others wait without blocking.

    It ends with the program, however that ends.

    Raises:
        OSError: it could not be had.
    """
    private_folder(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        deadline = time.monotonic() + patience
        while not _taken(handle):
            if time.monotonic() > deadline:
                raise OSError(errno.EAGAIN, "Another program is using this registration")
            await asyncio.sleep(STEP)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
