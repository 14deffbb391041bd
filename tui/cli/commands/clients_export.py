"""``jans-tui clients export``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_get_arguments

NAME = "export"
HELP = "print clients as JSON that import reads; without NAME all"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones."""
    add_get_arguments(parser, "client")


def run(args: Namespace) -> int:
    """Print the clients, without what only their server can set.

    Raises:
        CommandError, ApiError: they could not be read.
    """
    from tui.cli.moving import run_export

    return run_export(args)
