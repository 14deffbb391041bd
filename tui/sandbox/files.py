"""Files that several processes may want to make at the same moment, and to mend."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from tui.atomic import private_folder
from tui.locking import locked
from tui.models.json import JsonObject
from tui.private_files import content, is_unusable, put_aside

T = TypeVar("T")

LARGEST = 1_000_000
"""Bytes of a file that is read whole."""

LOCK = ".lock"
"""Who opens the database of a folder, or sets something aside there, holds it."""


def create_once(path: Path, fill: Callable[[Path], None]) -> None:
    """Make ``path`` (mode 0600) unless it exists; it appears whole or not at all.

    ``fill`` writes to a temporary file beside it. Of several processes one wins, and all
    find the winner's file. A process killed meanwhile leaves only the temporary file.

    Raises:
        OSError: the folder cannot be written.
    """
    if path.exists():
        return
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    draft = Path(name)
    try:
        fill(draft)
        _publish(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def read_once(
    path: Path, make: Callable[[], bytes], read: Callable[[bytes], T], warn: Callable[[str], None]
) -> T:
    """What ``read`` says of the bytes of ``path``; where there is none yet, ``make()`` is there.

    What ``read`` refuses with a ``ValueError`` is set aside and made anew, which ``warn`` is
    told.

    Raises:
        OSError: the file cannot be read, or the folder not be written.
    """

    def now() -> T:
        create_once(path, lambda draft: _write(draft, make()))
        if is_unusable(path):
            raise ValueError("it is no file")
        return read(content(path, LARGEST, follow=True))

    try:
        return now()
    except (ValueError, FileNotFoundError):  # It may just be set aside by another process.
        with locked(path.parent / LOCK):
            try:
                return now()  # Another process has mended it meanwhile.
            except ValueError:
                aside = put_aside(path)
                warn(f"The sandbox's {path.name} can't be used. It was set aside as {aside}.")
            return now()


def json_object(data: bytes) -> JsonObject | None:
    """The JSON object in a file, None if there is something else."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return cast(JsonObject, found) if isinstance(found, dict) else None


def _publish(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:
        # Some file systems have no hard links; there the last of several processes wins.
        if not path.exists():
            draft.replace(path)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
