"""The API that a command works with: the server that was named, or the sandbox."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.messages import warn
from tui.cli.server_options import DEBUG_VARIABLE, credentials

if TYPE_CHECKING:
    from tui.api.config import ApiConfig
    from tui.api.config_api import ConfigApi
    from tui.api.token_store import FileTokenStore


@asynccontextmanager
async def connected(args: Namespace, scopes: Sequence[str] = ()) -> AsyncIterator[ConfigApi]:
    """The API, closed at the end.

    Args:
        args: with the options of ``add_server_options``.
        scopes: OAuth scopes to ask for besides those that managing clients needs.

    Raises:
        CommandError: the options do not fit together, or the sandbox cannot be opened.
    """
    chosen = credentials(args)
    debug = _debug(args)
    if chosen.host:
        from tui.api.config_api import ConfigApi

        warn_of_exposure(args)
        config = server_config(args, scopes)
        api = ConfigApi(config, token_store=_token_store(config), debug=debug)
    else:
        api = _sandbox(args, debug)
    async with api:
        yield api


def server_config(args: Namespace, scopes: Sequence[str] = (), *, shown: bool = False) -> ApiConfig:
    """How to speak to the server, or as far as a shown command needs it, to the sandbox.

    Args:
        args: with the options of ``add_server_options``.
        scopes: OAuth scopes to ask for besides those that managing clients needs.
        shown: it is for a command to be shown, which does without the secret.

    Raises:
        CommandError: the options do not fit together.
    """
    from tui.api.config import CLIENT_SCOPES, ApiConfig, ClientCertificate

    chosen = credentials(args, shown=shown)
    if bool(args.mtls_cert) != bool(args.mtls_key):
        raise CommandError(
            "a certificate and its key belong together: give -CC and -CK.", ExitCode.USAGE
        )
    certificate = (
        ClientCertificate(args.mtls_cert, args.mtls_key, args.key_password or "")
        if args.mtls_cert
        else None
    )
    client_id, url = chosen.client_id, chosen.host
    if not url:
        client_id, url = _sandbox_address()
    try:
        return ApiConfig(
            url if "://" in url else f"https://{url}",
            client_id,
            chosen.client_secret,
            scopes=tuple(dict.fromkeys((*CLIENT_SCOPES, *scopes))),
            access_token=chosen.access_token,
            ca_file=args.cacert,
            certificate=certificate,
            insecure=args.noverify,
        )
    except ValueError as error:
        raise CommandError(str(error), ExitCode.USAGE) from None


def _sandbox_address() -> tuple[str, str]:
    """The id of the client that signs in to the sandbox, and the sandbox's URL."""
    from tui.cli.sandbox_options import sandbox_at
    from tui.locations import sandbox_folder
    from tui.sandbox.credentials import load_or_create
    from tui.sandbox.settings import SandboxSettings
    from tui.session import SANDBOX_URL

    with sandbox_at(sandbox_folder()):
        return load_or_create(SandboxSettings(sandbox_folder())).client_id, SANDBOX_URL


def warn_of_exposure(args: Namespace) -> None:
    """Say once what of the options is not safe."""
    if args.client_secret or args.key_password:
        warn(
            args,
            "a secret on the command line can be seen by others on this machine and stays in "
            "the shell's history; the variable jca_client_secret is safer.",
        )
    if args.noverify:
        warn(args, "the server's certificate is not verified: anybody may be answering.")


def _token_store(config: ApiConfig) -> FileTokenStore:
    from tui.api.token_store import FileTokenStore, token_key
    from tui.locations import state_folder

    key = token_key(config)
    return FileTokenStore(state_folder() / "tokens" / f"{key[:32]}.json", key)


def _sandbox(args: Namespace, debug: Callable[[str], None] | None) -> ConfigApi:
    from tui.cli.sandbox_options import sandbox_at
    from tui.locations import sandbox_folder
    from tui.session import sandbox_api

    if args.access_token or args.noverify or args.mtls_cert or args.mtls_key:
        raise CommandError(
            "--access-token, -noverify, -CC and -CK are for a server: add --host.", ExitCode.USAGE
        )
    with sandbox_at(sandbox_folder()):
        return sandbox_api(debug=debug)


def _debug(args: Namespace) -> Callable[[str], None] | None:
    wanted = os.environ.get(DEBUG_VARIABLE, "").strip().lower() in ("1", "true", "yes", "on")
    if not (args.debug or args.debug_log_file or wanted):
        return None
    from tui.cli.debugging import debug_writer

    return debug_writer(args.debug_log_file)
