"""``jans-tui sandbox reset``."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.cli.exit_codes import ExitCode
from tui.cli.output import complain, say
from tui.cli.sandbox_options import add_data_option, data_folder
from tui.cli.terminal import has_terminal

NAME = "reset"
HELP = "delete what the sandbox holds and start it afresh"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the folder and the answer given beforehand."""
    add_data_option(parser)
    parser.add_argument("-y", "--yes", action="store_true", help="do not ask")


def run(args: Namespace) -> int:
    """Ask, unless told not to, and reset; a no changes nothing and counts as interrupted."""
    folder = data_folder(args.data)
    if not args.yes:
        if not has_terminal():
            complain("reset deletes the sandbox and has no terminal to ask in; add --yes.")
            return ExitCode.USAGE
        if not _confirmed(folder):
            complain("nothing was changed.")
            return ExitCode.INTERRUPTED
    from tui.sandbox.reset import reset
    from tui.sandbox.settings import SandboxSettings

    reset(SandboxSettings(data_folder=folder))
    say(f"The sandbox in {folder} is as new.")
    return ExitCode.DONE


def _confirmed(folder: Path) -> bool:
    sys.stdout.write(f"Delete every client, scope and key of the sandbox in {folder}? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
