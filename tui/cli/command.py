"""What a command is, and how commands hang below a parser."""

import sys
from argparse import Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say, tell


class CommandError(Exception):
    """A command cannot go on. Its text is a sentence for a person; ``code`` the exit code."""

    def __init__(self, sentence: str, code: ExitCode) -> None:
        super().__init__(sentence)
        self.code = code


class Command(Protocol):
    """One module in ``tui.cli.commands``: its word, its help line, its arguments, its work."""

    @property
    def NAME(self) -> str:  # noqa: N802
        """The word on the command line."""

    @property
    def HELP(self) -> str:  # noqa: N802
        """One line for the list of commands, in lower case, without a full stop."""

    def add_arguments(self, parser: ArgumentParser, /) -> None:
        """Add the command's own arguments to its parser."""

    def run(self, args: Namespace, /) -> int:
        """Do the work; return an exit code."""


class Parser(ArgumentParser):
    """A parser whose positional arguments ``words`` may stand between options, too.

    What a command brings is added when it is chosen, and its help when that is to be seen: there
    are many commands, and each run needs one.
    """

    command: Command | None = None

    def complete(self) -> None:
        """Add what the parser's command brings, if it is not there yet."""
        command, self.command = self.command, None
        if command is not None:
            self.description = f"{command.HELP[0].upper()}{command.HELP[1:]}."
            command.add_arguments(self)

    def _print_message(self, message: str, file: object = None) -> None:
        # The inherited one passes over what cannot be written.
        put = say if file is sys.stdout else tell
        if message:
            put(message.removesuffix("\n"))

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """As in ``ArgumentParser``; what it would leave over goes to ``words``."""
        self.complete()
        found, left = super().parse_known_args(args, namespace)
        words = getattr(found, "words", None)
        if isinstance(words, list):
            words += [word for word in left if not word.startswith("-") or word == "-"]
            left = [word for word in left if word.startswith("-") and word != "-"]
        return found, left


class _Commands(_SubParsersAction):  # type: ignore[type-arg]
    """The commands below a parser; asks them for their help when that is to be seen."""

    listed: Mapping[str, Command]

    def _get_subactions(self) -> list[Action]:
        for one in self._choices_actions:
            one.help = self.listed[one.dest].HELP
        return super()._get_subactions()


def add_commands(
    parser: ArgumentParser, commands: Iterable[Command], unlisted: Collection[Command] = ()
) -> None:
    """Hang commands below ``parser``; parsing puts the chosen one into ``args.command``.

    Those in ``unlisted`` are there too, but not in the parser's help.
    """
    group = parser.add_subparsers(
        title="commands",
        metavar="COMMAND",
        prog=parser.prog,
        parser_class=Parser,
        action=_Commands,
    )
    assert isinstance(group, _Commands)
    group.listed = {one.NAME: one for one in commands}
    for command in (*commands, *unlisted):
        # argparse lists every parser that has a help, even an empty one.
        shown: dict[str, Any] = {"help": ""} if command.NAME in group.listed else {}
        below = group.add_parser(command.NAME, **shown, allow_abbrev=False)
        below.set_defaults(command=command)
        below.command = command
