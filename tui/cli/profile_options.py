"""What the commands for profiles share: reading the file, and keys with values."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.locations import at_home

if TYPE_CHECKING:
    from tui.settings.profile import Profile
    from tui.settings.tables import Value

_PATHS = ("ca_file", "certificate", "key")


def add_name(parser: ArgumentParser, help: str = "the profile's name") -> None:  # noqa: A002
    """Add the name of a profile."""
    parser.add_argument("name", metavar="NAME", help=help)


def add_pairs(parser: ArgumentParser) -> None:
    """Add ``KEY=VALUE``, the keys as they stand in the file, and what they mean."""
    from argparse import RawDescriptionHelpFormatter

    from tui.settings.keys import KEYS

    parser.add_argument("words", nargs="*", metavar="KEY=VALUE", help="what to set, see below")
    parser.formatter_class = RawDescriptionHelpFormatter
    lines = [f"  {key.name:<14} {key.help}" for key in KEYS]
    parser.epilog = "\n".join(
        (
            "keys:",
            *lines,
            "",
            "A secret is referred to: env:NAME, file:PATH, cmd:COMMAND, keyring:SERVICE/NAME,",
            "prompt; or plain:TEXT to keep it in the settings.",
        )
    )


def known_profile(args: Namespace) -> Profile:
    """The profile that ``args`` names, the one of the Jans CLI too.

    Raises:
        CommandError: there is none.
    """
    from tui.cli.server_options import settings_of
    from tui.connecting.choosing import available
    from tui.settings.settings import SettingsError

    settings = settings_of(args)
    found = available(settings).get(args.name)
    if found is not None:
        return found
    try:
        return settings.profile(args.name)
    except SettingsError as problem:
        raise CommandError(str(problem), ExitCode.NOT_FOUND) from None


def read_pairs(words: Sequence[str]) -> dict[str, Value]:
    """``KEY=VALUE`` as in the file; an empty value takes the key away.

    Raises:
        CommandError: an unknown key, or a value that does not do.
    """
    from tui.connecting.choosing import value_of
    from tui.settings.keys import BY_NAME
    from tui.settings.tables import checked
    from tui.suggestion import suggestion

    values: dict[str, Value] = {}
    for word in words:
        name, equals, text = word.partition("=")
        key = BY_NAME.get(name)
        if not equals:
            raise CommandError(f"say KEY=VALUE, not only {name}.", ExitCode.USAGE)
        if key is None:
            raise CommandError(f"there is no key {name}{suggestion(name, BY_NAME)}", ExitCode.USAGE)
        try:
            if text and name in _PATHS:
                # A shell's relative paths start elsewhere than those of the settings.
                text = str(at_home(text).absolute())
            values[name] = value_of(key, text) if text else ""
            if text:
                checked(key, values[name])
        except ValueError as problem:
            raise CommandError(f"{name} {problem}", ExitCode.USAGE) from None
    return values


def with_values(name: str, table: dict[str, Value], values: dict[str, Value]) -> Profile:
    """The profile that ``table`` becomes with ``values``.

    Raises:
        CommandError: it cannot be used.
    """
    from tui.settings.tables import Unusable, to_profile

    merged = {**table, **values}
    try:
        return to_profile(name, {key: value for key, value in merged.items() if value != ""})
    except Unusable as unusable:
        raise CommandError(f"{name}: {' '.join(unusable.sentences)}", ExitCode.USAGE) from None


@contextmanager
def writing() -> Iterator[None]:
    """Turn what goes wrong with the settings into the end of the command.

    Raises:
        CommandError: they cannot be read or written like that.
    """
    from tui.settings.settings import SettingsError

    try:
        yield
    except SettingsError as problem:
        raise CommandError(str(problem), ExitCode.REFUSED) from None


def warn_of_plain(args: Namespace, profile: Profile) -> None:
    """Say that a secret stands in the settings, and stood on the command line."""
    from tui.cli.messages import warn
    from tui.settings.tables import to_table

    if any(str(value).startswith("plain:") for value in to_table(profile).values()):
        warn(
            args,
            "a secret stands in the settings as it is, and in the shell's history; env:, file:, "
            "cmd:, keyring: or prompt are safer.",
        )
