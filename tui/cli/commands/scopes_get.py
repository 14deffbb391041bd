"""``jans-tui scopes get``."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands.scopes_list import COLUMNS
from tui.cli.entry_options import add_get_arguments

NAME = "get"
HELP = "show scopes"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones, and how to print them."""
    add_get_arguments(parser, "scope")


def run(args: Namespace) -> int:
    """Print the scopes that are named.

    Raises:
        CommandError, ApiError: the arguments do not fit, or nothing could be asked.
    """
    from tui.cli.names import find_scope
    from tui.cli.reading import run_get

    return run_get(args, "scopes", find_scope, COLUMNS)
