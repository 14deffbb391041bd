"""Where ``-debug`` tells what goes over the wire."""

import os
from collections.abc import Callable
from pathlib import Path

from tui.cli.output import tell


def debug_writer(path: Path | None) -> Callable[[str], None]:
    """A function that writes a line to the file, which is private, or to standard error.

    Raises:
        OSError: the file cannot be written.
    """
    if path is None:
        return tell
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    return lambda line: _write(handle, line)


def _write(handle: int, line: str) -> None:
    os.write(handle, f"{line}\n".encode(errors="replace"))
