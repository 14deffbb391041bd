"""Reading back the private files of this program, which somebody may have changed meanwhile."""

from __future__ import annotations

import errno
import os
import stat
from hashlib import sha256
from pathlib import Path

ASIDE = ".unreadable"


def digest(text: str, length: int) -> str:
    """``length`` hexadecimal digits that stand for ``text`` in the name of a file."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def content(path: Path, largest: int | None = None, *, follow: bool = False) -> bytes:
    """The content of a plain file; nothing is waited for, as a pipe would be.

    Args:
        path: the file.
        largest: so many bytes may be in it; None: as many as there are.
        follow: whether a link may lead to it.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no plain file, or has more than ``largest`` bytes.
    """
    link = 0 if follow else os.O_NOFOLLOW
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | link)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("it is no file")
    except BaseException:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb") as file:
        data = file.read(-1 if largest is None else largest + 1)
    if largest is not None and len(data) > largest:
        raise ValueError("it is too large")
    return data


def is_odd(path: Path) -> bool:
    """Whether there is something at ``path`` that is no plain file."""
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_unusable(path: Path) -> bool:
    """Whether there is something at ``path`` that is no plain file, and leads to none."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return path.is_symlink()
    except OSError as error:
        return error.errno == errno.ELOOP


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


def put_aside_if_there(path: Path) -> list[Path]:
    """As ``put_aside``: the new name, none when another program did it meanwhile.

    Raises:
        OSError: it cannot be renamed.
    """
    try:
        return [put_aside(path)]
    except FileNotFoundError:
        return []


def make_way(path: Path) -> list[Path]:
    """Rename a file that may not be read, before another takes its place; its new name, if so.

    Raises:
        OSError: it cannot be renamed.
    """
    try:
        os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC))
    except PermissionError:
        return [put_aside(path)] if os.path.lexists(path) else []
    except OSError:
        pass
    return []


def reason(error: OSError | ValueError) -> str:
    """Why something failed, for a sentence."""
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return f"{error.strerror}{where}"
    return str(error)
