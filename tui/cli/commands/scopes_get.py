"""``jans-tui scopes get``."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands.scopes_list import COLUMNS
from tui.cli.entry_options import (
    add_entry_options,
    add_names,
    add_parallel_option,
    add_with_secrets,
)

NAME = "get"
HELP = "show scopes"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones, and how to print them."""
    add_names(parser, "scope")
    add_with_secrets(parser)
    add_parallel_option(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print the scopes that are named.

    Raises:
        CommandError, ApiError: the arguments do not fit, or nothing could be asked.
    """
    from tui.cli.names import find_scope
    from tui.cli.reading import run_get

    return run_get(args, "scopes", find_scope, COLUMNS)
