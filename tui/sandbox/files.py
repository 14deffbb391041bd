"""Files that several processes may want to make at the same moment."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from tui.atomic import private_folder


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


def read_once(path: Path, make: Callable[[], bytes]) -> bytes:
    """The bytes of ``path``; where there is none yet, it is made with ``make()``."""
    create_once(path, lambda draft: _write(draft, make()))
    return path.read_bytes()


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
