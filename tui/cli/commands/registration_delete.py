"""``jans-tui registration delete``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options, add_yes
from tui.cli.providers import add_provider_options

NAME = "delete"
HELP = "delete a client at its provider, after asking"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what it is about, the provider, and how to print it."""
    parser.add_argument("words", nargs=1, metavar="CLIENT", help="its client_id or client_name")
    add_yes(parser)
    add_provider_options(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Delete it.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.registering import run_delete

    return run_delete(args)
