"""The embedded server: its Config API and its registration of clients, in this process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui import locations

if TYPE_CHECKING:
    from tui.api.activity import OnActivity
    from tui.api.config_api import ConfigApi
    from tui.api.http import ASGITransport
    from tui.api.sign_in.asking import Asking
    from tui.registrations.connection import ProviderConnection
    from tui.sandbox.settings import SandboxSettings

SANDBOX_URL = "http://sandbox.localhost"


def sandbox_api(
    folder: Path | None = None,
    settings: SandboxSettings | None = None,
    debug: Callable[[str], None] | None = None,
    on_activity: OnActivity | None = None,
    scopes: Sequence[str] = (),
    warn: Callable[[str], None] | None = None,
) -> ConfigApi:
    """The API to the embedded server; it blocks, for the first time longer.

    Args:
        folder: where it keeps its data; None: where ``locate`` says.
        settings: name the folder themselves.
        debug: told what goes over the wire.
        on_activity: told what goes on while a call waits.
        scopes: OAuth scopes to ask for besides those that managing clients needs.
        warn: told, in any thread, what was set aside because it could not be used.

    Raises:
        ServerFailed: the folder cannot be used.
    """
    from tui.api.config import CLIENT_SCOPES, ApiConfig
    from tui.api.config_api import ConfigApi
    from tui.api.errors import ServerFailed
    from tui.api.token_store import FileTokenStore, token_key
    from tui.private_files import reason
    from tui.sandbox.credentials import load_or_create

    chosen = _chosen(folder, settings, warn)
    try:
        credentials = load_or_create(chosen)
    except OSError as error:
        raise ServerFailed(
            f"The sandbox in {chosen.data_folder} can't be used: {reason(error)}. Check the "
            "folder, or give another one with JANS_TUI_HOME."
        ) from None
    config = ApiConfig(
        base_url=SANDBOX_URL,
        client_id=credentials.client_id,
        client_secret=credentials.client_secret,
        scopes=tuple(dict.fromkeys((*CLIENT_SCOPES, *scopes))),
    )
    return ConfigApi(
        config,
        transport=_within(chosen),
        token_store=FileTokenStore(
            chosen.data_folder / "token.json", token_key(config), chosen.warn
        ),
        debug=debug,
        on_activity=on_activity,
    )


def sandbox_provider(
    asking: Asking | None,
    on_activity: OnActivity,
    folder: Path | None = None,
    settings: SandboxSettings | None = None,
    warn: Callable[[str], None] | None = None,
) -> ProviderConnection:
    """Registration with the embedded server; it blocks.

    Args:
        asking: asks the person; None: nobody is there.
        on_activity: told what goes on while a call waits.
        folder: where the server keeps its data; None: where ``locate`` says.
        settings: name the folder themselves.
        warn: told, in any thread, what was set aside because it could not be used.
    """
    from tui.api.config import ApiConfig
    from tui.registrations.profiles import provider_at

    config = ApiConfig(SANDBOX_URL, "", "")
    transport = _within(_chosen(folder, settings, warn))
    return provider_at(config, transport, "The sandbox", asking, on_activity)


def _chosen(
    folder: Path | None, settings: SandboxSettings | None, warn: Callable[[str], None] | None
) -> SandboxSettings:
    from dataclasses import replace

    from tui.sandbox.settings import SandboxSettings

    chosen = settings or SandboxSettings(data_folder=folder or locations.sandbox_folder())
    return chosen if warn is None else replace(chosen, warn=warn)


def _within(settings: SandboxSettings) -> ASGITransport:
    """The way to the embedded server."""
    from tui.api.http import ASGITransport
    from tui.sandbox.app import create_app

    return ASGITransport(app=create_app(settings), raise_app_exceptions=False)
