"""A command that has sub-commands and does nothing by itself, such as ``clients``."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from tui.cli.command import Command, CommandError, add_commands
from tui.cli.exit_codes import ExitCode


class Group:
    """A word on the command line with commands below it; a ``Command`` itself."""

    def __init__(self, name: str, summary: str, verbs: Sequence[Command], what: str = "") -> None:
        """Make one.

        Args:
            name: the word on the command line.
            summary: one line for the list of commands, in lower case, without a full stop.
            verbs: the commands below it, in the order of the help.
            what: what they are about, in a sentence; by default ``name``.
        """
        self.NAME = name
        self.HELP = summary
        self._verbs = verbs
        self._what = what or name

    def add_arguments(self, parser: ArgumentParser, /) -> None:
        """Add the sub-commands."""
        add_commands(parser, self._verbs)

    def run(self, args: Namespace, /) -> int:
        """Say what is missing: a sub-command.

        Raises:
            CommandError: always.
        """
        del args
        *names, last = (verb.NAME for verb in self._verbs)
        raise CommandError(
            f"say what to do with {self._what}: {', '.join(names)} or {last}; "
            f"see jans-tui {self.NAME} --help.",
            ExitCode.USAGE,
        )
