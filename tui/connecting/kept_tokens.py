"""Where the tokens of a profile are kept between runs, and when they are forgotten."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui import locations
from tui.private_files import digest
from tui.settings.profile import Profile

if TYPE_CHECKING:
    from tui.api.config import ApiConfig
    from tui.api.token_store import FileTokenStore
    from tui.settings.file import SettingsFile

_DIGITS = 32


def _quiet(_sentence: str) -> None:
    pass


def store_of(
    profile: Profile, config: ApiConfig, warn: Callable[[str], None] = _quiet
) -> FileTokenStore:
    """Where a token is kept: one for each way in which the profile has it got.

    A secret that is referred to elsewhere, or another key, has nothing to do with the token that
    the one before it got. ``warn`` is told what was set aside, and what cannot be kept.
    """
    from tui.api.token_store import FileTokenStore, token_key

    sign_in = profile.sign_in
    references = [sign_in.client_secret, sign_in.private_key, profile.tls.certificate]
    # No digest of a secret: it could be guessed from that.
    shown = [one if not one.startswith("plain:") else "plain:" for one in references]
    key = token_key(config)
    own = digest(json.dumps([key, shown]), _DIGITS)
    return FileTokenStore(_folder() / f"{_start(profile.name)}{own}.json", key, warn)


def has_tokens(profile_name: str) -> bool:
    """Whether tokens of a profile are kept. It blocks."""
    return bool(_kept(profile_name))


def forget_tokens(profile_name: str) -> bool:
    """Remove all tokens of a profile from the disk, however they were got; whether there were any.

    It blocks.
    """
    kept = _kept(profile_name)
    with suppress(OSError):
        for path in kept:
            path.unlink(missing_ok=True)
    return bool(kept)


def change_profile(file: SettingsFile, before: Profile, after: Profile) -> None:
    """Write what differs; tokens that were got as it was ``before`` are forgotten. It blocks.

    Raises:
        SettingsError: see ``SettingsFile.change``.
    """
    file.change(before, after)
    ways = [(one.name, one.url, one.sign_in, one.tls) for one in (before, after)]
    if ways[0] != ways[1]:
        forget_tokens(before.name)


def remove_profile(file: SettingsFile, name: str) -> None:
    """Remove a profile and its tokens. It blocks.

    Raises:
        SettingsError: see ``SettingsFile.remove``.
    """
    file.remove(name)
    forget_tokens(name)


def _kept(profile_name: str) -> list[Path]:
    return list(_folder().glob(f"{_start(profile_name)}*.json"))


def _folder() -> Path:
    return locations.state_folder() / "tokens"


def _start(profile_name: str) -> str:
    return f"{digest(profile_name, _DIGITS)}-"
