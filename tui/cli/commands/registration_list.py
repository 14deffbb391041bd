"""``jans-tui registration list``."""

from argparse import ArgumentParser, Namespace

from tui.cli.output_options import add_output_options
from tui.cli.providers import add_provider_options
from tui.cli.server_options import add_server_options

NAME = "list"
HELP = "list the registrations that are kept here"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what it is about, the provider, and how to print it."""
    add_provider_options(parser)
    add_output_options(parser)
    add_server_options(parser, inner=True)


def run(args: Namespace) -> int:
    """Print them.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.registering import run_list

    return run_list(args)
