"""``jans-tui clients``: its sub-commands."""

from argparse import ArgumentParser, Namespace

from tui.cli.command import CommandError, add_commands
from tui.cli.commands import (
    clients_clone,
    clients_create,
    clients_delete,
    clients_diff,
    clients_edit,
    clients_export,
    clients_get,
    clients_import,
    clients_list,
    clients_set,
)
from tui.cli.exit_codes import ExitCode

NAME = "clients"
HELP = "list, show, create, change and delete clients"

VERBS = (
    clients_list,
    clients_get,
    clients_create,
    clients_edit,
    clients_set,
    clients_delete,
    clients_clone,
    clients_export,
    clients_import,
    clients_diff,
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the sub-commands."""
    add_commands(parser, VERBS)


def run(args: Namespace) -> int:
    """Say what is missing: a sub-command."""
    del args
    names = ", ".join(verb.NAME for verb in VERBS)
    raise CommandError(
        f"say what to do with clients: {names}; see jans-tui clients --help.", ExitCode.USAGE
    )
