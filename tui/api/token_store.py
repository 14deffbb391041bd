"""Where access tokens are kept between calls, and between runs."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tui.api.config import ApiConfig
from tui.atomic import write_private
from tui.private_files import content, is_odd, make_way, put_aside, reason

_END_OF_TIME = 2**53
"""Seconds; a float tells whole ones apart up to here."""

_LARGEST = 1_000_000
"""Bytes; a larger file holds no token."""


@dataclass(frozen=True, slots=True)
class StoredToken:
    """An access token; ``expires_at`` is wall-clock time in seconds since the epoch."""

    value: str = field(repr=False)
    scopes: tuple[str, ...]
    expires_at: float
    refresh_token: str = field(default="", repr=False)


class TokenStore(Protocol):
    """Keeps at most one token. Its methods do not raise: a lost token is only fetched anew."""

    def load(self) -> StoredToken | None:
        """The token kept, expired or not; None without one."""

    def save(self, token: StoredToken) -> None:
        """Keep ``token`` instead of what was kept."""

    def clear(self) -> None:
        """Keep nothing."""


class MemoryTokenStore:
    """Keeps the token as long as the process."""

    def __init__(self) -> None:
        self._token: StoredToken | None = None

    def load(self) -> StoredToken | None:
        """The token kept, or None."""
        return self._token

    def save(self, token: StoredToken) -> None:
        """Keep ``token``."""
        self._token = token

    def clear(self) -> None:
        """Keep nothing."""
        self._token = None


def token_key(config: ApiConfig) -> str:
    """What binds a kept token to its server, client and scopes; tells none of them."""
    bound = json.dumps(
        [config.base_url, config.client_id, sorted(config.scopes), config.method, config.person]
    )
    return hashlib.sha256(bound.encode("utf-8", "replace")).hexdigest()


def _quiet(_sentence: str) -> None:
    pass


class FileTokenStore:
    """Keeps the token in a file that only its owner may read (0600).

    Args:
        path: the file; its folder is made when needed.
        key: from ``token_key``; a file with another key counts as absent, one that is torn or
            foreign is set aside.
        warn: told what was set aside, and that a person's sign-in cannot be kept.
    """

    def __init__(self, path: Path, key: str, warn: Callable[[str], None] = _quiet) -> None:
        self._path = path
        self._key = key
        self._warn = warn

    def load(self) -> StoredToken | None:
        """The token in the file, or None."""
        try:
            kept = json.loads(content(self._path, _LARGEST))
        except OSError:
            if is_odd(self._path):
                self._set_aside()
            return None
        except (ValueError, RecursionError):
            self._set_aside()
            return None
        if isinstance(kept, dict) and kept.get("key", self._key) != self._key:
            return None
        match kept:
            case {
                "access_token": str(value),
                "scopes": [*scopes],
                "expires_at": float(expires_at) | int(expires_at),
            } if value and 0 <= expires_at < _END_OF_TIME:
                names = tuple(scope for scope in scopes if isinstance(scope, str))
                refresh = kept.get("refresh_token")
                return StoredToken(
                    value, names, float(expires_at), refresh if isinstance(refresh, str) else ""
                )
        self._set_aside()
        return None

    def save(self, token: StoredToken) -> None:
        """Write ``token``; a full or read-only disk is passed over, or told where it matters."""
        kept = {
            "key": self._key,
            "access_token": token.value,
            "scopes": list(token.scopes),
            "expires_at": token.expires_at,
        }
        if token.refresh_token:
            kept["refresh_token"] = token.refresh_token
        try:
            self._make_way()
            write_private(self._path, json.dumps(kept).encode())
        except OSError as error:
            # Without a person, the next run gets a token for itself.
            if token.refresh_token:
                self._warn(f"The sign-in is good for this run only: {reason(error)}.")

    def clear(self) -> None:
        """Remove the file."""
        with suppress(OSError):
            self._make_way()
            self._path.unlink(missing_ok=True)

    def _set_aside(self) -> None:
        """Rename what is no token, so that none is written over it."""
        with suppress(OSError):
            self._tell(put_aside(self._path))

    def _make_way(self) -> None:
        for aside in make_way(self._path):
            self._tell(aside)

    def _tell(self, aside: Path) -> None:
        self._warn(f"The token kept here can't be read. It was set aside as {aside}.")
