"""``jans-tui clients set``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import (
    add_dry_run,
    add_entry_options,
    add_parallel_option,
)

NAME = "set"
HELP = "change settings of clients: set NAME KEY=VALUE"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which clients, and what to set."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="NAME|KEY=VALUE",
        help="the inum or name of a client (- reads a list), and what to set: "
        "KEY=VALUE, KEY+=VALUE and KEY-=VALUE for lists, KEY:=JSON, KEY= to clear",
    )
    add_dry_run(parser)
    add_parallel_option(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Change the clients, and print what became of each.

    Raises:
        CommandError, ApiError: the arguments do not fit, or nothing could be asked.
    """
    from tui.cli.setting import run_set

    return run_set(args)
