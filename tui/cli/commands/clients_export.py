"""``jans-tui clients export``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import (
    add_entry_options,
    add_names,
    add_parallel_option,
    add_with_secrets,
)

NAME = "export"
HELP = "print clients as JSON that import reads; without NAME all"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones."""
    add_names(parser, "client")
    add_with_secrets(parser)
    add_parallel_option(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print the clients, without what only their server can set.

    Raises:
        CommandError, ApiError: they could not be read.
    """
    from tui.cli.moving import run_export

    return run_export(args)
