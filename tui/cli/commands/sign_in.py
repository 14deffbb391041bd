"""``jans-tui sign-in``."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.server_options import add_server_options

NAME = "sign-in"
HELP = "sign in to a server, and keep the token"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which server."""
    add_server_options(parser, inner=True)
    parser.epilog = "--profile, --host and the other options of jans-tui --help may stand here."


def run(args: Namespace) -> int:
    """Get a token, having a person sign in where it takes one.

    Raises:
        CommandError: the options do not fit together.
        ApiError: there was no token to be had.
    """
    return asyncio.run(_sign_in(args))


async def _sign_in(args: Namespace) -> int:
    from tui.cli.connection import connected

    async with connected(args) as api:
        granted = await api.granted()
        many = "" if granted is None else f", with {len(granted)} scopes"
        say(f"Signed in to {api.config.base_url}{many}.")
    return ExitCode.DONE
