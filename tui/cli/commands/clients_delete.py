"""``jans-tui clients delete``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import (
    add_dry_run,
    add_entry_options,
    add_names,
    add_parallel_option,
    add_yes,
)

NAME = "delete"
HELP = "delete clients, after asking"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones, and the answer given beforehand."""
    add_names(parser, "client")
    add_yes(parser)
    add_dry_run(parser)
    add_parallel_option(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Delete the clients, and print what became of each.

    Raises:
        CommandError, ApiError: the arguments do not fit, or nothing could be asked.
    """
    from tui.cli.deleting import run_delete

    return run_delete(args)
