"""``jans-tui clients clone``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_dry_run, add_entry_options

NAME = "clone"
HELP = "create a client with the settings of another one"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one, the new name, and settings that differ."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="NAME",
        help="the inum or name of a client, what to call the new one, and KEY=VALUE",
    )
    add_dry_run(parser)
    parser.set_defaults(parallel=1)
    add_entry_options(parser, curl="read it, and print what would be sent as curl commands")


def run(args: Namespace) -> int:
    """Create the client, and print it with its secret, once.

    Raises:
        CommandError, ApiError: it could not be read or created.
    """
    from tui.cli.creating import run_clone

    return run_clone(args)
