"""The parser as data: which options and commands there are where."""

from argparse import SUPPRESS, Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from typing import NamedTuple

from tui.cli.command import Parser


class Flag(NamedTuple):
    """An option, or a positional argument when it has no ``flags``.

    Attributes:
        flags: its spellings.
        value: what its help calls the value; "" when it takes none.
        help: what it does.
        choices: the values that it takes, () when any will do.
    """

    flags: tuple[str, ...]
    value: str
    help: str
    choices: tuple[str, ...]


class Level(NamedTuple):
    """What can stand after a command, or at the start.

    Attributes:
        path: the words of the command, () at the start.
        help: what it does.
        flags: its options and arguments.
        commands: the words that may follow, each with its help.
    """

    path: tuple[str, ...]
    help: str
    flags: tuple[Flag, ...]
    commands: tuple[tuple[str, str], ...]


def levels(parser: ArgumentParser, path: tuple[str, ...] = (), text: str = "") -> Iterator[Level]:
    """The parser's levels, the outer ones first."""
    if isinstance(parser, Parser):
        parser.complete()
    flags, below = [], None
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            below = action
        elif action.help != SUPPRESS:
            flags.append(_flag(action))
    helps = {one.dest: one.help or "" for one in below._get_subactions()} if below else {}
    commands = tuple((name, helps.get(name, "")) for name in below.choices) if below else ()
    yield Level(path, text, tuple(flags), commands)
    if below is not None:
        for name, one in below.choices.items():
            yield from levels(one, (*path, name), helps.get(name, ""))


def _flag(action: Action) -> Flag:
    choices = tuple(str(one) for one in action.choices or ())
    value = ""
    if action.nargs != 0:
        shown = action.metavar if isinstance(action.metavar, str) else None
        value = shown or (f"{{{','.join(choices)}}}" if choices else action.dest.upper())
    return Flag(
        tuple(action.option_strings), value, (action.help or "").replace("%%", "%"), choices
    )
