"""``jans-tui ssa create``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options

NAME = "create"
HELP = "make a software statement: create ORG [KEY=VALUE ...]"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the organization, what the statement says, and the file."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="ORG|KEY=VALUE",
        help="the organization's id, and the rest: software_id=shop grant_types=… lifetime=30d "
        "expiration=90d one_time_use=no",
    )
    parser.add_argument(
        "--from-json", metavar="FILE", help="the statement as JSON; - is standard input"
    )
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Make it, and print its JWT.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.statements import run_create

    return run_create(args)
