"""``jans-tui sandbox fill``."""

from argparse import ArgumentParser, Namespace

from tui.cli.arguments import count
from tui.cli.exit_codes import ExitCode
from tui.cli.output import complain, say
from tui.cli.sandbox_options import add_data_option, data_folder, sandbox_at

NAME = "fill"
HELP = "add made-up clients until the sandbox has N of them"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the number of clients and the folder."""
    parser.add_argument("count", type=count, metavar="N", help="how many it is to have then")
    add_data_option(parser)


def run(args: Namespace) -> int:
    """Add the clients that are not there yet, and say how many those were.

    Raises:
        CommandError: the sandbox is damaged.
    """
    from tui.sandbox.fill import fill
    from tui.sandbox.settings import SandboxSettings

    folder = data_folder(args.data)
    with sandbox_at(folder):
        added = fill(SandboxSettings(data_folder=folder, warn=complain), args.count)
    say(f"Added {added:,} of {args.count:,} made-up clients; the sandbox in {folder} has them all.")
    return ExitCode.DONE
