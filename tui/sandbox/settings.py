"""What can be chosen about a sandbox."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tui.sandbox.registration.settings import RegistrationSettings


def quiet(_sentence: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class SandboxSettings:
    """One sandbox; two settings with the same folder are two doors to the same data.

    ``secrets`` picks which generation of the Config API is played: A lists secrets in plain
    text, B encrypts again the ciphertext that it gave out, C knows its own ciphertext (but
    puts a random secret in place of the one in a POST). ``return_secret`` and
    ``return_encrypted`` are the server's ``returnClientSecretInResponse`` and
    ``returnEncryptedClientSecretInResponse``; A has neither. ``keep_unknown`` stores client
    and scope members that this program does not know, as a newer server would. ``max_count``
    is the server's ``maxCount``: the largest ``limit`` of a list. ``client_id`` and
    ``client_secret`` take the place of the random credentials of the folder.

    ``client_ca`` is a PEM file of the authorities whose client certificates are accepted for
    ``tls_client_auth``. ``device_code_lifetime`` and ``device_interval`` are in seconds (RFC
    8628 section 3.2). ``rotate_refresh_tokens`` gives a new refresh token for each one used.
    ``registration`` is how ``/register`` behaves. ``warn`` is told, in any thread, what of the
    folder was set aside because it could not be used.
    """

    data_folder: Path
    client_id: str | None = None
    client_secret: str | None = None
    secrets: Literal["A", "B", "C"] = "C"
    return_secret: bool = True
    return_encrypted: bool = True
    keep_unknown: bool = True
    max_count: int = 200
    client_ca: Path | None = None
    device_code_lifetime: int = 1800
    device_interval: int = 5
    rotate_refresh_tokens: bool = True
    registration: RegistrationSettings = field(default_factory=RegistrationSettings)
    warn: Callable[[str], None] = field(default=quiet, repr=False, compare=False)
