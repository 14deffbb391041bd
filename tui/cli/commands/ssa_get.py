"""``jans-tui ssa get``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options

NAME = "get"
HELP = "print an active software statement"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one."""
    parser.add_argument("words", nargs=1, metavar="JTI", help="its identifier")
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print its JWT.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.statements import run_get

    return run_get(args)
