"""``jans-tui profiles test``."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.profile_options import add_name, known_profile

NAME = "test"
HELP = "test a profile, and say which step fails: name, port, TLS, token, scopes, API"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one."""
    add_name(parser)


def run(args: Namespace) -> int:
    """Print the steps as they are done; nothing is changed on the server.

    Raises:
        CommandError: there is no such profile.
    """
    return asyncio.run(_test(args))


async def _test(args: Namespace) -> int:
    from tui.cli.asking import terminal_asking
    from tui.cli.messages import warn
    from tui.connecting.checking import check_profile
    from tui.connecting.opening import Surroundings

    profile = known_profile(args)
    around = Surroundings(asking=terminal_asking(), warn=lambda sentence: warn(args, sentence))
    failed = False
    async for step in check_profile(profile, around):
        say(f"{step.name:<7} {step.state:<8} {step.sentence}")
        failed = failed or step.state == "failed"
    return ExitCode.REFUSED if failed else ExitCode.DONE
