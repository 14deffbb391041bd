"""``jans-tui sign-out``."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.server_options import add_server_options, chosen_profile

NAME = "sign-out"
HELP = "forget the tokens that were kept"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which server, and whether to tell it."""
    parser.add_argument(
        "--revoke", action="store_true", help="have the server revoke them (RFC 7009)"
    )
    add_server_options(parser, inner=True)
    parser.epilog = "--profile, --host and the other options of jans-tui --help may stand here."


def run(args: Namespace) -> int:
    """Forget them; nobody is asked to sign in for it.

    Raises:
        CommandError: the options do not fit together.
        ApiError: the server does not revoke them; they are forgotten here all the same.
    """
    return asyncio.run(_sign_out(args))


async def _sign_out(args: Namespace) -> int:
    from tui.cli.connection import connected
    from tui.connecting.kept_tokens import forget_tokens

    profile = chosen_profile(args)
    try:
        async with connected(args, signed_in=False) as api:
            had = await api.sign_out(revoke=args.revoke)
    finally:
        if profile is not None:
            # One-liners that need more scopes keep a token of their own.
            forget_tokens(profile.name)
    what = "revoked and forgotten" if args.revoke else "forgotten"
    say(f"The tokens are {what}." if had else "No token was kept, so there was nothing to forget.")
    return ExitCode.DONE
