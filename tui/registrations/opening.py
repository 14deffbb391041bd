"""Opens registration with a provider; the one place that chooses the parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.api.registration.api import RegistrationApi
from tui.registrations.keyring_secrets import Keyring
from tui.registrations.outcome import Provider
from tui.registrations.service import Registrations
from tui.registrations.vault import Vault

if TYPE_CHECKING:
    from tui.api.activity import OnActivity
    from tui.api.config import ApiConfig
    from tui.api.http import AsyncBaseTransport


def open_registrations(
    config: ApiConfig,
    *,
    endpoint: str = "",
    in_keyring: bool = False,
    folder: Path | None = None,
    transport: AsyncBaseTransport | None = None,
    on_activity: OnActivity | None = None,
    debug: Callable[[str], None] | None = None,
) -> Registrations:
    """Registration with the provider at ``config.base_url``; close it when done.

    It reads the settings, which say where tokens and client secrets are kept.

    Args:
        config: the issuer as its ``base_url``, and how to speak to it.
        endpoint: the registration endpoint; "" to find it by discovery.
        in_keyring: have them go to the keyring, whatever the settings say.
        folder: of the vault; None: the person's own.
        transport: instead of the network.
        on_activity: told, on the event loop, when a call is tried again.
        debug: told what goes over the wire, without secrets.
    """
    from tui.settings.file import SettingsFile

    in_keyring = in_keyring or SettingsFile().read().keyring
    return Registrations(
        Provider(config.base_url, endpoint),
        RegistrationApi(config, transport=transport, on_activity=on_activity, debug=debug),
        Vault(folder, Keyring() if in_keyring else None),
    )
