"""Where registrations are kept: a private file for each client."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from tui import locations
from tui.atomic import write_private
from tui.private_files import content, is_odd, make_way, put_aside_if_there, reason
from tui.registrations.format import from_bytes, secrets_of, to_bytes, with_secrets
from tui.registrations.keyring_secrets import Keyring, KeyringError, SecretStore
from tui.registrations.registration import Registration, key_of
from tui.registrations.turn import turn

LARGEST = 32 * 1024 * 1024
"""Bytes; a larger file is no registration."""

PROBE = ".probe"


class VaultError(Exception):
    """Registrations cannot be kept or read; the text is a sentence for a person.

    Attributes:
        registration: what could not be kept, with its token, so that it can be shown; or None.
    """

    def __init__(self, sentence: str, registration: Registration | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.registration = registration


class Vault:
    """Registrations on this machine, those of all providers together.

    Methods that are not ``async`` block, and may be called from any thread. Several programs
    may share the folder.

    Attributes:
        set_aside: files that could not be read; they were renamed and are still there.
    """

    def __init__(self, folder: Path | None = None, keyring: SecretStore | None = None) -> None:
        """Begin with what is there.

        Args:
            folder: made when the first registration is saved; None: the person's own.
            keyring: takes tokens and client secrets; None: they stand in the files. What is in
                the keyring of the system already stays there.
        """
        self.folder = folder or locations.state_folder() / "registrations"
        self.set_aside: list[Path] = []
        self._keyring = keyring

    @property
    def warning(self) -> str:
        """A sentence about files that were set aside, else ""."""
        if not self.set_aside:
            return ""
        names = ", ".join(str(path) for path in self.set_aside)
        return f"Not readable as registrations, so set aside for you to look at: {names}."

    def prove(self) -> None:
        """Do nothing if registrations can be written now.

        Raises:
            VaultError: they can't; nothing should be sent whose answer has to be kept.
        """
        try:
            write_private(self.folder / PROBE, b" " * 65_536)
            (self.folder / PROBE).unlink(missing_ok=True)
        except OSError as error:
            raise VaultError(
                f"Registrations can't be kept: {reason(error)}. Nothing was sent."
            ) from None

    def save(self, registration: Registration) -> str:
        """Keep a registration in the place of an older one of the same client.

        When this returns, it is on the disk. A keyring that fails does not cost the token: it
        stands in the private file then.

        Returns:
            A sentence for the person when the keyring failed, else "".

        Raises:
            VaultError: it could not be kept; it goes with the error, the older one stands.
        """
        note, in_keyring = "", False
        keyring = self._keyring_of(registration)
        if keyring is not None:
            try:
                keyring.save(registration.key, secrets_of(registration))
                in_keyring = True
            except KeyringError as error:
                note = f"The keyring failed ({error}), so the token is in a private file instead."
        try:
            data = to_bytes(registration, with_secrets=not in_keyring)
            path = self._path(registration.key)
            self.set_aside += make_way(path)
            write_private(path, data)
        except (OSError, ValueError) as error:
            raise VaultError(
                f"The registration can't be kept: {reason(error)}. Note its access token now: "
                "nobody can give it to you again.",
                registration,
            ) from None
        return note

    def load(self, provider: str, client_id: str) -> Registration | None:
        """The registration of a client; None when there is none that can be read.

        Raises:
            VaultError: the folder or the keyring cannot be read.
        """
        found = self._read(self._path(key_of(provider, client_id)))
        return self._with_secrets(*found) if found is not None else None

    def all(self, provider: str = "") -> list[Registration]:
        """The registrations with one provider, by default with all, the newest first.

        Those whose token is in a keyring come without token and secret: ``load`` has them.

        Raises:
            VaultError: the folder cannot be read.
        """
        pattern = f"{key_of(provider, '').partition('-')[0] if provider else '*'}-*.json"
        try:
            paths = sorted(self.folder.glob(pattern))
        except OSError as error:
            raise VaultError(f"Registrations can't be read: {reason(error)}.") from None
        found = [one[0] for path in paths if (one := self._read(path)) is not None]
        return sorted(found, key=lambda one: one.registered, reverse=True)

    def remove(self, registration: Registration) -> None:
        """Forget a registration and its secrets, if it is kept.

        Raises:
            VaultError: it could not be removed.
        """
        try:
            keyring = self._keyring_of(registration)
            if keyring is not None:
                keyring.remove(registration.key)
            self._path(registration.key).unlink(missing_ok=True)
        except (OSError, KeyringError) as error:
            why = reason(error) if isinstance(error, OSError) else f"the keyring: {error}"
            raise VaultError(f"The registration can't be forgotten: {why}.") from None
        with suppress(OSError):
            self._lock(registration.key).unlink()

    @asynccontextmanager
    async def turn(self, provider: str, client_id: str) -> AsyncIterator[None]:
        """Speak for this client alone, of all programs, as long as it lasts.

        Raises:
            VaultError: another program does not end, or the folder cannot be written.
        """
        async with AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(turn(self._lock(key_of(provider, client_id))))
            except OSError as error:
                raise VaultError(f"{reason(error)}. Nothing was sent. Try again.") from None
            yield

    def _keyring_of(self, registration: Registration) -> SecretStore | None:
        """Where the secrets of a registration go, or are; None for its file."""
        if self._keyring is not None:
            return self._keyring
        try:
            elsewhere = from_bytes(content(self._path(registration.key), LARGEST))[1]
        except (OSError, ValueError):
            return None
        return Keyring() if elsewhere else None

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _lock(self, key: str) -> Path:
        return self.folder / f"{key}.lock"

    def _read(self, path: Path) -> tuple[Registration, bool] | None:
        """The registration in a file, and whether its secrets are in the keyring."""
        try:
            registration, elsewhere = from_bytes(content(path, LARGEST))
            if self._path(registration.key) != path:
                raise ValueError("it is of another client")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and not is_odd(path):
                raise VaultError(f"Registrations can't be read: {reason(error)}.") from None
            self._put_aside(path)
            return None
        return registration, elsewhere

    def _with_secrets(self, registration: Registration, elsewhere: bool) -> Registration:
        if not elsewhere:
            return registration
        try:
            # What is there shows where the secret is, whatever the person prefers by now.
            kept = (self._keyring or Keyring()).load(registration.key)
        except KeyringError as error:
            raise VaultError(f"The keyring does not give the token: {error}.") from None
        return with_secrets(registration, kept)

    def _put_aside(self, path: Path) -> None:
        try:
            self.set_aside += put_aside_if_there(path)
        except OSError as error:
            raise VaultError(f"{path} can't be set aside: {reason(error)}.") from None
