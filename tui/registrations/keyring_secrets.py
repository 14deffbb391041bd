"""Secrets of registrations in the keyring of the operating system, where a person chose it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from tui.models.json import Json

SERVICE = "jans-tui registrations"


class KeyringError(Exception):
    """The keyring does not give or take a secret; the text is the end of a sentence."""


class SecretStore(Protocol):
    """Keeps a few texts under one name. Its methods block, and may ask the person."""

    def load(self, name: str) -> dict[str, str]:
        """What is kept; {} for nothing."""

    def save(self, name: str, secrets: dict[str, str]) -> None:
        """Keep ``secrets`` instead of what was kept."""

    def remove(self, name: str) -> None:
        """Keep nothing under ``name``."""


class Keyring:
    """The keyring that the library keyring finds.

    Its methods raise ``KeyringError``.
    """

    def load(self, name: str) -> dict[str, str]:
        """What is kept under ``name``; {} for nothing."""
        with _sentences():
            import keyring

            kept: Json = json.loads(keyring.get_password(SERVICE, name) or "{}")
        members = kept if isinstance(kept, dict) else {}
        return {key: value for key, value in members.items() if isinstance(value, str)}

    def save(self, name: str, secrets: dict[str, str]) -> None:
        """Keep ``secrets`` under ``name``."""
        with _sentences():
            import keyring

            keyring.set_password(SERVICE, name, json.dumps(secrets))

    def remove(self, name: str) -> None:
        """Keep nothing under ``name``."""
        with _sentences():
            import keyring

            if keyring.get_password(SERVICE, name) is not None:
                keyring.delete_password(SERVICE, name)


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except ImportError:
        raise KeyringError(
            "the library keyring is not installed (pip install 'jans-tui[keyring]')"
        ) from None
    except Exception as problem:  # Backends raise what they like; their texts hold no secret.
        raise KeyringError(str(problem) or "it does not answer") from None
