"""``jans-tui scopes get``."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands.scopes_list import COLUMNS
from tui.cli.entry_options import add_entry_options
from tui.cli.many import add_parallel_option
from tui.cli.names import add_names, find_scope
from tui.cli.reading import add_with_secrets, run_get

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
    return run_get(args, "scopes", find_scope, COLUMNS)
