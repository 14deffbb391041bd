"""``jans-tui sandbox fill``."""

from argparse import ArgumentParser, Namespace

from tui.cli.arguments import count
from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.sandbox_options import add_data_option, data_folder

NAME = "fill"
HELP = "add made-up clients to the sandbox"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the number of clients and the folder."""
    parser.add_argument("count", type=count, metavar="N", help="how many clients to add")
    add_data_option(parser)


def run(args: Namespace) -> int:
    """Add the clients and say how many, and where."""
    from tui.sandbox.fill import fill
    from tui.sandbox.settings import SandboxSettings

    folder = data_folder(args.data)
    made = fill(SandboxSettings(data_folder=folder), args.count)
    say(f"Added {made:,} {'client' if made == 1 else 'clients'} to the sandbox in {folder}.")
    return ExitCode.DONE
