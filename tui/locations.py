"""Where files live: the user's own folders, by the platform's rules (XDG on Linux).

``JANS_TUI_HOME`` puts everything below one folder instead, for trials and tests.
"""

import errno
import os
from pathlib import Path

APP = "jans-tui"


def at_home(text: str) -> Path:
    """A path that a person wrote, in which ``~`` is the home folder and ``~name`` another's.

    Raises:
        OSError: there is no such home folder.
    """
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise OSError(errno.ENOENT, "there is no such home folder", text) from None


def _folder(kind: str) -> Path:
    home = os.environ.get("JANS_TUI_HOME")
    if home:
        return at_home(home) / kind
    import platformdirs

    try:
        folder: str = getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False)
    except RuntimeError:
        why = "this user has no home folder; set HOME or JANS_TUI_HOME"
        raise OSError(errno.ENOENT, why, "~") from None
    return Path(folder)


def config_folder() -> Path:
    """Settings and profiles."""
    return _folder("config")


def data_folder() -> Path:
    """What must not be lost: the sandbox's database."""
    return _folder("data")


def state_folder() -> Path:
    """What this machine remembers between runs: tokens, drafts, the journal."""
    return _folder("state")


def drafts_folder() -> Path:
    """Unsaved edits, a file for each profile and client."""
    return state_folder() / "drafts"


def sandbox_folder() -> Path:
    """The embedded server's database, keys and credentials."""
    return data_folder() / "sandbox"
