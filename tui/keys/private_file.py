"""Where a person keeps a private key."""

import os
from pathlib import Path


def write_private_key(name: str, pem: str) -> Path:
    """Write a new file that only its owner may read (0600); never over an existing one.

    Args:
        name: its path, where ``~`` is the home folder.
        pem: the key.

    Returns:
        Where it was written.

    Raises:
        ValueError: it was not written; with a sentence.
    """
    if not name:
        raise ValueError("Type the path of a new file.")
    path = Path(name).expanduser()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ValueError("That file exists already: choose another name.") from None
    except OSError as error:
        raise ValueError(f"It cannot be written there: {error.strerror or error}.") from None
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise ValueError(f"It could not be written: {error.strerror or error}.") from None
    return path
