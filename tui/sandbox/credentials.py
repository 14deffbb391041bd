"""The client id and secret with which a sandbox is used."""

import json
import uuid
from dataclasses import dataclass, field

from tui.models.secrets import random_text
from tui.sandbox.files import json_object, read_once
from tui.sandbox.settings import SandboxSettings

FILE = "credentials.json"


@dataclass(frozen=True, slots=True)
class Credentials:
    """OAuth client credentials (RFC 6749 section 2.3.1) of the Config API client."""

    client_id: str
    client_secret: str = field(repr=False)


def load_or_create(settings: SandboxSettings) -> Credentials:
    """The folder's credentials, made at random at first use and kept in a 0600 file.

    What the settings give takes precedence.

    Raises:
        OSError: the folder cannot be written.
    """
    if settings.client_id is not None and settings.client_secret is not None:
        return Credentials(settings.client_id, settings.client_secret)
    kept = read_once(settings.data_folder / FILE, _random, _read, settings.warn)
    return Credentials(
        settings.client_id or kept.client_id, settings.client_secret or kept.client_secret
    )


def _read(data: bytes) -> Credentials:
    match json_object(data):
        case {"client_id": str(client_id), "client_secret": str(client_secret)}:
            return Credentials(client_id, client_secret)
    raise ValueError("it does not hold a client id and secret")


def _random() -> bytes:
    made = {
        "client_id": f"1800.{uuid.uuid4()}",
        "client_secret": random_text(24),
    }
    return json.dumps(made).encode()
