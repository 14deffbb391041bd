"""Files that a person asks for, at a path that they type."""

import os
from pathlib import Path

from tui.locations import at_home


def write_new_file(name: str, text: str) -> Path:
    """Write a new file that only its owner may read (0600); never over an existing one.

    Args:
        name: its path, where ``~`` is the home folder.
        text: what it is to hold, written as UTF-8.

    Returns:
        Where it was written.

    Raises:
        ValueError: it was not written; with a sentence.
    """
    if not name:
        raise ValueError("Type the path of a new file.")
    try:
        path = at_home(name)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ValueError("That file exists already: choose another name.") from None
    except OSError as error:
        raise ValueError(f"It cannot be written there: {error.strerror or error}.") from None
    except ValueError as error:
        raise ValueError(f"It cannot be written there: {error}.") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise ValueError(f"It could not be written: {error.strerror or error}.") from None
    return path
