"""``jans-tui sandbox reset``."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.output import complain, say
from tui.cli.sandbox_options import add_data_option, data_folder, sandbox_at
from tui.cli.terminal import has_terminal

NAME = "reset"
HELP = "put the sandbox back to its first state; its credentials stay"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the folder and the answer given beforehand."""
    add_data_option(parser)
    parser.add_argument("-y", "--yes", action="store_true", help="do not ask")


def run(args: Namespace) -> int:
    """Ask, unless told not to, and reset.

    Raises:
        CommandError: the answer was no, there is nowhere to ask, or the sandbox cannot be used.
    """
    folder = data_folder(args.data)
    if not args.yes:
        _ask(folder)
    from tui.sandbox.reset import reset
    from tui.sandbox.settings import SandboxSettings

    with sandbox_at(folder):
        reset(SandboxSettings(data_folder=folder, warn=complain))
    say(f"The sandbox in {folder} is as new.")
    return ExitCode.DONE


def _ask(folder: Path) -> None:
    if not has_terminal():
        raise CommandError(
            "reset deletes what is in the sandbox, and there is no terminal to ask in; add --yes.",
            ExitCode.USAGE,
        )
    sys.stdout.write(f"Delete all that was added to the sandbox in {folder}? [y/N] ")
    sys.stdout.flush()
    answer = sys.stdin.readline()
    if answer.strip().lower() not in ("y", "yes"):
        raise CommandError("nothing was changed.", ExitCode.INTERRUPTED)
