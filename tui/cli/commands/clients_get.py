"""``jans-tui clients get``."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands.clients_list import COLUMNS
from tui.cli.entry_options import add_get_arguments

NAME = "get"
HELP = "show clients"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones, and how to print them."""
    add_get_arguments(parser, "client")


def run(args: Namespace) -> int:
    """Print the clients that are named.

    Raises:
        CommandError, ApiError: the arguments do not fit, or nothing could be asked.
    """
    from tui.cli.names import find_client
    from tui.cli.reading import run_get

    return run_get(args, "clients", find_client, COLUMNS)
