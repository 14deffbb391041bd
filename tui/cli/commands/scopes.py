"""``jans-tui scopes``: its sub-commands."""

from argparse import ArgumentParser, Namespace

from tui.cli.command import CommandError, add_commands
from tui.cli.commands import scopes_get, scopes_list
from tui.cli.exit_codes import ExitCode

NAME = "scopes"
HELP = "list and show scopes"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the sub-commands."""
    add_commands(parser, (scopes_list, scopes_get))


def run(args: Namespace) -> int:
    """Say what is missing: a sub-command."""
    del args
    raise CommandError(
        "say what to do with scopes: list or get; see jans-tui scopes --help.", ExitCode.USAGE
    )
