"""From a profile, or a server in this process, to a provider at which clients are registered."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.registrations.connection import ProviderConnection
from tui.registrations.opening import open_registrations
from tui.registrations.outcome import TokenSource

if TYPE_CHECKING:
    from tui.api.activity import OnActivity
    from tui.api.config import ApiConfig
    from tui.api.http import AsyncBaseTransport
    from tui.api.sign_in.asking import Asking
    from tui.connecting.opening import Surroundings
    from tui.settings.profile import Profile


async def open_provider(profile: Profile, around: Surroundings) -> ProviderConnection:
    """The provider of a profile of the kind ``registration``; it is not asked yet.

    Raises:
        SecretMissing: the password of the certificate's key cannot be had.
    """
    from tui.connecting.opening import public_config

    config = await public_config(profile, around)
    vault, reference = around.vault(profile), profile.sign_in.token

    async def initial_token() -> str:
        return (await vault.secret(reference, "initial access token")).strip()

    registrations = await asyncio.to_thread(
        open_registrations,
        config,
        endpoint=profile.endpoint,
        on_activity=around.on_activity,
        debug=around.debug,
    )
    return ProviderConnection(
        config,
        registrations,
        initial_token=initial_token if reference else None,
        ask_token=asker(profile.name, around.asking),
    )


def provider_at(
    config: ApiConfig,
    transport: AsyncBaseTransport,
    name: str,
    asking: Asking | None,
    on_activity: OnActivity | None = None,
) -> ProviderConnection:
    """A provider that is reached through ``transport``; it blocks.

    ``name`` is what the person calls it.
    """
    registrations = open_registrations(config, transport=transport, on_activity=on_activity)
    return ProviderConnection(config, registrations, ask_token=asker(name, asking))


def asker(name: str, asking: Asking | None) -> TokenSource | None:
    """Asks a person for an initial access token; None when there is nobody."""
    if asking is None:
        return None
    from tui.api.sign_in.asking import Question

    question = Question(
        "initial access token", f"{name} registers no client without an initial access token"
    )

    async def ask() -> str:
        return (await asking.secret(question) or "").strip()

    return ask
