"""``jans-tui clients diff``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options

NAME = "diff"
HELP = "show in which settings two clients differ"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the two clients."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="NAME",
        help="the inum or name of a client, or a JSON file (with .json or a slash), or -",
    )
    parser.add_argument(
        "--against",
        metavar="PROFILE",
        help="the second one, by default of the same name, is on the server of this profile",
    )
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print the differences, from the first to the second.

    Raises:
        CommandError, ApiError: one of them could not be read.
    """
    from tui.cli.diffing import run_diff

    return run_diff(args)
