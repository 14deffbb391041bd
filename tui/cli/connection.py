"""The API that a command works with: the server that was named, or the sandbox."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tui.cli.asking import terminal_asking
from tui.cli.messages import warn
from tui.cli.server_options import DEBUG_VARIABLE, chosen_profile

if TYPE_CHECKING:
    from tui.api.config import ApiConfig
    from tui.api.config_api import ConfigApi
    from tui.settings.profile import Profile


@asynccontextmanager
async def connected(
    args: Namespace, scopes: Sequence[str] = (), *, signed_in: bool = True
) -> AsyncIterator[ConfigApi]:
    """The API, closed at the end.

    Args:
        args: with the options of ``add_server_options``.
        scopes: OAuth scopes to ask for besides those that managing clients needs.
        signed_in: have a person sign in where it takes one.

    Raises:
        CommandError: the options do not fit together, or the sandbox cannot be opened.
        ApiError: a secret cannot be had, or nobody signs in.
    """
    profile = chosen_profile(args)
    debug = debug_of(args)
    if profile is not None:
        from tui.connecting.opening import Surroundings, open_profile

        warn_of_exposure(args, profile)
        around = Surroundings(
            asking=terminal_asking(), warn=lambda sentence: warn(args, sentence), debug=debug
        )
        api = await open_profile(profile, around, scopes, signed_in=signed_in)
    else:
        api = _sandbox(args, debug, scopes)
    async with api:
        yield api


def shown_config(args: Namespace) -> ApiConfig:
    """How to speak to the server, or to the sandbox, as far as a command takes it to be shown.

    Raises:
        CommandError: the options do not fit together.
    """
    from tui.api.config import ApiConfig
    from tui.connecting.opening import without_secrets

    profile = chosen_profile(args, shown=True)
    if profile is None:
        client_id, url = _sandbox_address()
        return ApiConfig(url, client_id, "")
    return without_secrets(profile)


def _sandbox_address() -> tuple[str, str]:
    """The id of the client that signs in to the sandbox, and the sandbox's URL."""
    from tui.cli.sandbox_options import sandbox_at
    from tui.locations import sandbox_folder
    from tui.sandbox.credentials import load_or_create
    from tui.sandbox.settings import SandboxSettings
    from tui.session import SANDBOX_URL

    with sandbox_at(sandbox_folder()):
        return load_or_create(SandboxSettings(sandbox_folder())).client_id, SANDBOX_URL


def warn_of_exposure(args: Namespace, profile: Profile) -> None:
    """Say once what is not safe."""
    if args.client_secret or args.key_password:
        warn(
            args,
            "a secret on the command line can be seen by others on this machine and stays in "
            "the shell's history; the variable jca_client_secret is safer.",
        )
    if profile.tls.insecure:
        warn(args, "the server's certificate is not verified: anybody may be answering.")


def _sandbox(
    args: Namespace, debug: Callable[[str], None] | None, scopes: Sequence[str]
) -> ConfigApi:
    from tui.session import sandbox_api

    return sandbox_api(debug=debug, scopes=scopes, warn=lambda sentence: warn(args, sentence))


def debug_of(args: Namespace) -> Callable[[str], None] | None:
    """What is told what goes over the wire; None for nothing."""
    wanted = os.environ.get(DEBUG_VARIABLE, "").strip().lower() in ("1", "true", "yes", "on")
    if not (args.debug or args.debug_log_file or wanted):
        return None
    from tui.cli.debugging import debug_writer

    return debug_writer(args.debug_log_file)
