"""Where files live: the user's own folders, by the platform's rules (XDG on Linux).

``JANS_TUI_HOME`` puts everything below one folder instead, for trials and tests.
"""

import os
from pathlib import Path

APP = "jans-tui"


def _folder(kind: str) -> Path:
    home = os.environ.get("JANS_TUI_HOME")
    if home:
        return Path(home).expanduser() / kind
    import platformdirs

    folder: str = getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False)
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
