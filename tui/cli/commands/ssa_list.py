"""``jans-tui ssa list``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options

NAME = "list"
HELP = "list software statements"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones."""
    parser.add_argument("--org", metavar="ORG", help="only those of this organization")
    parser.add_argument("--jti", metavar="JTI", help="only the one with this identifier")
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print them with their status.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.statements import run_list

    return run_list(args)
