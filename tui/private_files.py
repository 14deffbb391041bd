"""Reading back the private files of this program, which somebody may have changed meanwhile."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

ASIDE = ".unreadable"


def digest(text: str, length: int) -> str:
    """``length`` hexadecimal digits that stand for ``text`` in the name of a file."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def content(path: Path, largest: int) -> bytes:
    """The content of a plain file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no plain file, or has more than ``largest`` bytes.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("it is no file")
        data = file.read(largest + 1)
    if len(data) > largest:
        raise ValueError("it is too large")
    return data


def is_odd(path: Path) -> bool:
    """Whether there is something at ``path`` that is no plain file."""
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def put_aside(path: Path) -> Path:
    """Rename what cannot be read, so that nothing is written over it; return its new name.

    Raises:
        OSError: it cannot be renamed.
    """
    number = 1
    target = path.with_name(f"{path.name}{ASIDE}")
    while os.path.lexists(target):
        number += 1
        target = path.with_name(f"{path.name}.{number}{ASIDE}")
    path.rename(target)
    return target


def reason(error: OSError | ValueError) -> str:
    """Why something failed, for a sentence."""
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return f"{error.strerror}{where}"
    return str(error)
