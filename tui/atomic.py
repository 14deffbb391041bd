"""Write private files so that a crash leaves either the old one or the new one."""

import os
import tempfile
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """Make ``folder`` with its parents, readable by its owner only (0700); return it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
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
