"""``jans-tui scopes list``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options, add_list_arguments

NAME = "list"
HELP = "list scopes"
COLUMNS = ("inum", "id", "scopeType", "displayName")


def add_arguments(parser: ArgumentParser) -> None:
    """Add what to list, and how to print it."""
    add_list_arguments(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print the scopes that the arguments select.

    Raises:
        CommandError, ApiError: they could not be listed.
    """
    from tui.cli.reading import run_list

    return run_list(args, "scopes", COLUMNS)
