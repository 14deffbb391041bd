"""``jans-tui registration``: its sub-commands."""

from argparse import ArgumentParser, Namespace

from tui.cli.command import CommandError, add_commands
from tui.cli.commands import (
    registration_delete,
    registration_export,
    registration_forget,
    registration_import,
    registration_list,
    registration_read,
    registration_update,
)
from tui.cli.exit_codes import ExitCode

NAME = "registration"
HELP = "read, change and hand over registered clients"

VERBS = (
    registration_list,
    registration_read,
    registration_update,
    registration_delete,
    registration_import,
    registration_export,
    registration_forget,
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the sub-commands."""
    add_commands(parser, VERBS)


def run(args: Namespace) -> int:
    """Say what is missing: a sub-command."""
    del args
    names = ", ".join(verb.NAME for verb in VERBS)
    raise CommandError(
        f"say what to do with registrations: {names}; see jans-tui registration --help.",
        ExitCode.USAGE,
    )
