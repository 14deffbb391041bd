"""``jans-tui profiles``: its sub-commands."""

from argparse import ArgumentParser, Namespace

from tui.cli.command import CommandError, add_commands
from tui.cli.commands import (
    profiles_add,
    profiles_check,
    profiles_default,
    profiles_list,
    profiles_remove,
    profiles_set,
    profiles_show,
)
from tui.cli.exit_codes import ExitCode

NAME = "profiles"
HELP = "the servers that you work on, and how to sign in to each"

VERBS = (
    profiles_list,
    profiles_show,
    profiles_add,
    profiles_set,
    profiles_remove,
    profiles_check,
    profiles_default,
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the sub-commands."""
    add_commands(parser, VERBS)


def run(args: Namespace) -> int:
    """Say what is missing: a sub-command."""
    del args
    names = ", ".join(verb.NAME for verb in VERBS)
    raise CommandError(
        f"say what to do with profiles: {names}; see jans-tui profiles --help.", ExitCode.USAGE
    )
