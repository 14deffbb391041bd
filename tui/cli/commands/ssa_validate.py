"""``jans-tui ssa validate``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options

NAME = "validate"
HELP = "see whether a software statement is active"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one."""
    parser.add_argument("words", nargs=1, metavar="JTI", help="its identifier")
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print whether it is active; exit with 1 if it is not.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.statements import run_validate

    return run_validate(args)
