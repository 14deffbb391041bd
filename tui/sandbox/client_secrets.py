"""What a server of each generation stores and shows of client secrets."""

import uuid

from tui.sandbox.cipher import Cipher, NotCiphertextError
from tui.sandbox.settings import SandboxSettings


def plain(cipher: Cipher, stored: str | None) -> str | None:
    """The secret behind ``stored``; None when there is none or it does not decrypt."""
    if stored is None:
        return None
    try:
        return cipher.decrypt(stored)
    except NotCiphertextError:
        return None


def shown(
    settings: SandboxSettings, cipher: Cipher, stored: str | None, alone: bool = False
) -> str | None:
    """What an answer shows, None for nothing; ``alone`` says that it is a GET of one client."""
    if settings.secrets == "A":
        return stored if alone else plain(cipher, stored)
    if not settings.return_secret:
        return None
    return stored if settings.return_encrypted else plain(cipher, stored)


def from_post(settings: SandboxSettings, cipher: Cipher, sent: str | None) -> str | None:
    """What to store for the secret of a POST."""
    if settings.secrets == "C":
        # The condition is the wrong way round in this generation.
        return cipher.encrypt(str(uuid.uuid4())) if sent else None
    return cipher.encrypt(sent or str(uuid.uuid4()))


def from_put(settings: SandboxSettings, cipher: Cipher, sent: str | None) -> str | None:
    """What to store for the secret of a PUT."""
    if not sent:
        return None
    if settings.secrets == "C" and plain(cipher, sent) is not None:
        return sent
    return cipher.encrypt(sent)


def from_patch(
    settings: SandboxSettings, cipher: Cipher, before: str | None, after: str | None
) -> str | None:
    """What to store when a patch made ``after`` out of the stored text ``before``."""
    if not after or after == before or settings.secrets == "A":
        return after or None
    return from_put(settings, cipher, after)
