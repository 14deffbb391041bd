"""The provider with which a command registers clients: any, the named server, or the sandbox."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.connection import debug_of
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import warn
from tui.cli.server_options import chosen_profile

if TYPE_CHECKING:
    from tui.api.config import ApiConfig
    from tui.api.http import AsyncBaseTransport
    from tui.api.registration.api import RegistrationApi
    from tui.registrations.service import Registrations


def add_provider_options(parser: ArgumentParser) -> None:
    """Add ``--issuer`` and ``--endpoint``."""
    parser.add_argument(
        "--issuer", metavar="URL", help="the OpenID provider, if it is not the server of --host"
    )
    parser.add_argument(
        "--endpoint",
        metavar="URL",
        help="its registration endpoint, if it does not show it by discovery",
    )


def named_provider(args: Namespace) -> str:
    """The provider that the options for one name; "" for the server that is named anyhow.

    Where only an endpoint is known, it stands for the provider.
    """
    named = args.issuer or args.endpoint or ""
    return named if not named or "://" in named else f"https://{named}"


def add_keyring_option(parser: ArgumentParser) -> None:
    """Add ``--keyring``."""
    parser.add_argument(
        "--keyring",
        action="store_true",
        help="keep its token in the keyring of this system, not in a private file; "
        "keyring = true in settings.toml does so always",
    )


async def registrations(args: Namespace, provider: str) -> Registrations:
    """Registration with a provider, and what is kept of it; to be closed.

    Args:
        args: with the options of the server.
        provider: its address; "" for the server that is named anyhow.

    Raises:
        CommandError: the options do not fit together, or the sandbox cannot be opened.
        ApiError: the password of a key cannot be had.
    """
    from tui.registrations.opening import open_registrations

    config, transport, endpoint = await _way_to(args, provider)
    return open_registrations(
        config,
        endpoint=getattr(args, "endpoint", None) or endpoint,
        in_keyring=getattr(args, "keyring", False),
        transport=transport,
        debug=debug_of(args),
    )


async def registration_api(args: Namespace, provider: str) -> RegistrationApi:
    """The bare calls, without what is kept here; to be closed.

    Raises:
        CommandError, ApiError: as ``registrations``.
    """
    from tui.api.registration.api import RegistrationApi

    config, transport, _ = await _way_to(args, provider)
    return RegistrationApi(config, transport=transport, debug=debug_of(args))


def shown_provider(args: Namespace, provider: str) -> ApiConfig:
    """How to speak to a provider, for a command to be shown.

    Raises:
        CommandError: the options do not fit together.
    """
    from tui.api.config import ApiConfig
    from tui.connecting.opening import without_secrets
    from tui.session import SANDBOX_URL

    profile = None if _is_sandbox(provider) else chosen_profile(args, provider=provider)
    return without_secrets(profile) if profile is not None else ApiConfig(SANDBOX_URL, "", "")


async def _way_to(
    args: Namespace, provider: str
) -> tuple[ApiConfig, AsyncBaseTransport | None, str]:
    """How to speak to the provider, by which way, and the endpoint that its profile names."""
    from tui.api.config import ApiConfig
    from tui.cli.asking import terminal_asking
    from tui.connecting.opening import Surroundings, public_config
    from tui.session import SANDBOX_URL

    profile = None if _is_sandbox(provider) else chosen_profile(args, provider=provider)
    if profile is None:
        return ApiConfig(SANDBOX_URL, "", ""), _sandbox(), ""
    if profile.tls.insecure:
        warn(args, "the server's certificate is not verified: anybody may be answering.")
    around = Surroundings(asking=terminal_asking(), warn=lambda sentence: warn(args, sentence))
    try:
        return await public_config(profile, around), None, profile.endpoint
    except ValueError as error:
        raise CommandError(str(error), ExitCode.USAGE) from None


def _is_sandbox(provider: str) -> bool:
    from tui.session import SANDBOX_URL

    return provider.rstrip("/") == SANDBOX_URL


def _sandbox() -> AsyncBaseTransport:
    """The sandbox in this process."""
    from tui.api.http import ASGITransport
    from tui.cli.sandbox_options import sandbox_at
    from tui.locations import sandbox_folder
    from tui.sandbox.app import create_app
    from tui.sandbox.settings import SandboxSettings

    with sandbox_at(sandbox_folder()):
        app = create_app(SandboxSettings(data_folder=sandbox_folder()))
    return ASGITransport(app=app, raise_app_exceptions=False)
