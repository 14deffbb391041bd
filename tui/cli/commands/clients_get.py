"""``jans-tui clients get``."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands.clients_list import COLUMNS
from tui.cli.entry_options import (
    add_entry_options,
    add_names,
    add_parallel_option,
    add_with_secrets,
)

NAME = "get"
HELP = "show clients"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones, and how to print them."""
    add_names(parser, "client")
    add_with_secrets(parser)
    add_parallel_option(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print the clients that are named.

    Raises:
        CommandError, ApiError: the arguments do not fit, or nothing could be asked.
    """
    from tui.cli.names import find_client
    from tui.cli.reading import run_get

    return run_get(args, "clients", find_client, COLUMNS)
