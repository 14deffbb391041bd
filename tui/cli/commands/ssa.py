"""``jans-tui ssa``: its sub-commands."""

from argparse import ArgumentParser, Namespace

from tui.cli.command import CommandError, add_commands
from tui.cli.commands import (
    ssa_create,
    ssa_decode,
    ssa_get,
    ssa_list,
    ssa_revoke,
    ssa_validate,
)
from tui.cli.exit_codes import ExitCode

NAME = "ssa"
HELP = "make, list and revoke software statements"

VERBS = (ssa_create, ssa_list, ssa_get, ssa_revoke, ssa_validate, ssa_decode)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the sub-commands."""
    add_commands(parser, VERBS)


def run(args: Namespace) -> int:
    """Say what is missing: a sub-command."""
    del args
    names = ", ".join(verb.NAME for verb in VERBS)
    raise CommandError(
        f"say what to do with software statements: {names}; see jans-tui ssa --help.",
        ExitCode.USAGE,
    )
