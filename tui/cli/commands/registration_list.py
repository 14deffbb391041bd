"""``jans-tui registration list``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options
from tui.cli.providers import add_provider_options

NAME = "list"
HELP = "list the registrations that are kept here"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what it is about, the provider, and how to print it."""
    add_provider_options(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Print them.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.registering import run_list

    return run_list(args)
