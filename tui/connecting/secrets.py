"""Secrets, had from where a profile says that they are, at the moment when they are needed."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.api.errors import SecretMissing
from tui.connecting.commands import CommandFailed, output_of
from tui.locations import at_home
from tui.models.plain import plain
from tui.settings.references import Reference, read_reference

if TYPE_CHECKING:
    from tui.api.sign_in.asking import Asking

LARGEST = 100_000
"""Bytes of a secret in a file."""


@dataclass(frozen=True, slots=True)
class Vault:
    """Where references lead.

    Attributes:
        profile: its name, for questions and sentences.
        folder: where relative paths start.
        asking: who asks a person; None: there is nobody.
        warn: told what is not safe.
    """

    profile: str
    folder: Path
    asking: Asking | None
    warn: Callable[[str], None]

    async def secret(self, reference: str, what: str) -> str:
        """The secret; "prompt" asks for it.

        Args:
            reference: as it stands in the profile.
            what: what it is, a few words.

        Raises:
            SecretMissing: it cannot be had.
        """
        try:
            read = read_reference(reference)
        except ValueError as problem:
            raise SecretMissing(f"The {what} of {self._name} {problem}") from None
        if read.scheme == "prompt":
            return await self.ask(what)
        return await asyncio.to_thread(self._look_up, read, what)

    async def ask(self, what: str) -> str:
        """The secret, typed by a person.

        Raises:
            SecretMissing: there is nobody, or no answer.
        """
        from tui.api.sign_in.asking import Question

        if self.asking is None:
            raise SecretMissing(
                f"The {what} of {self._name} has to be typed, and there is nobody to ask. Refer "
                "to it in the profile: env:NAME, file:PATH, cmd:COMMAND or keyring:SERVICE/NAME."
            )
        answer = await self.asking.secret(Question(what, f"The {what} of {self._name}"))
        if not answer:
            raise SecretMissing(f"Without the {what} of {self._name} there is no signing in.")
        return answer

    def path(self, text: str) -> Path:
        """A path in the profile: ``~`` is the home folder, a relative one starts in ``folder``.

        Raises:
            SecretMissing: there is no such home folder.
        """
        try:
            return self.folder / at_home(text)
        except OSError as error:
            raise SecretMissing(f"{plain(text, 200)} of {self._name}: {error.strerror}.") from None

    @property
    def _name(self) -> str:
        return plain(self.profile, 60)

    def _look_up(self, reference: Reference, what: str) -> str:
        scheme, value = reference
        try:
            match scheme:
                case "env":
                    return _variable(value)
                case "file":
                    return self._file(self.path(value), what)
                case "cmd" | "shell":
                    return output_of(value, shell=scheme == "shell")
                case "keyring":
                    return _keyring(value)
                case "jans-cli":
                    from tui.connecting.jans_cli import jans_cli_secret

                    return jans_cli_secret(value)
                case _:
                    return value
        except (CommandFailed, ValueError) as problem:
            raise SecretMissing(f"The {what} of {self._name} {problem}") from None

    def _file(self, path: Path, what: str) -> str:
        try:
            with path.open("rb") as file:
                mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
                data = file.read(LARGEST + 1)
            text = data.decode("utf-8").strip("\r\n")
        except OSError as error:
            raise ValueError(f"cannot be read: {path}: {error.strerror or error}.") from None
        except UnicodeDecodeError:
            raise ValueError(f"is not in {path}: that is no text.") from None
        if len(data) > LARGEST or not text:
            raise ValueError(f"is not in {path}: that is {'too long' if text else 'empty'}.")
        if mode & 0o077:
            self.warn(
                f"The {what} of {self._name} is in {path}, which others on this machine may "
                f"read: chmod 600 mends it."
            )
        return text


def _variable(name: str) -> str:
    value = os.environ.get(name, "")
    if not value:
        raise ValueError(f"is in the variable {plain(name, 60)}, which is not set.")
    return value


def _keyring(place: str) -> str:
    service, _, name = place.rpartition("/")
    shown = plain(place, 100)
    try:
        import keyring
        from keyring.errors import KeyringError, NoKeyringError
    except ImportError:
        raise ValueError(
            "is in the keyring, which needs the package keyring: install jans-tui[keyring]."
        ) from None
    try:
        value = keyring.get_password(service, name)
    except NoKeyringError:
        raise ValueError("is in the keyring, and this machine has none that is open.") from None
    except KeyringError as error:
        said = plain(str(error), 200).rstrip(".")
        raise ValueError(f"cannot be had from the keyring at {shown}: {said}.") from None
    if not value:
        raise ValueError(f"is not in the keyring at {shown}.")
    return value
