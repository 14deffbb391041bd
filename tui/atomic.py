"""Write private files so that a crash leaves either the old one or the new one."""

import os
import tempfile
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """Make ``folder``, and the parents that are not there, for its owner only (0700); return it.

    Raises:
        OSError: it cannot be made.
    """
    missing = []
    for one in (folder, *folder.parents):
        if one.exists():
            break
        missing.append(one)
    # One by one: for those between, ``mkdir`` itself has no mode.
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)  # Raises where a file is in its place.
    return folder


def write_private(path: Path, data: bytes) -> None:
    """Replace ``path`` with ``data``, mode 0600, flushed to the disk before the swap.

    Raises:
        OSError: the folder cannot be written or the disk is full; the old file stands.
    """
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
