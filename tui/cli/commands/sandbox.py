"""``jans-tui sandbox``: its sub-commands."""

from argparse import ArgumentParser, Namespace

from tui.cli.command import CommandError, add_commands
from tui.cli.commands import sandbox_fill, sandbox_reset
from tui.cli.exit_codes import ExitCode

NAME = "sandbox"
HELP = "fill the sandbox with made-up clients, or reset it"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the sub-commands."""
    add_commands(parser, (sandbox_fill, sandbox_reset))


def run(args: Namespace) -> int:
    """Say what is missing: a sub-command."""
    del args
    raise CommandError(
        "say what to do with the sandbox: fill or reset; see jans-tui sandbox --help.",
        ExitCode.USAGE,
    )
