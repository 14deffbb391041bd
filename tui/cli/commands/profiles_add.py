"""``jans-tui profiles add``."""

from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.profile_options import (
    add_name,
    add_pairs,
    read_pairs,
    warn_of_plain,
    with_values,
    writing,
)

NAME = "add"
HELP = "add a profile"


def add_arguments(parser: ArgumentParser) -> None:
    """Add its name and its keys."""
    add_name(parser)
    add_pairs(parser)


def run(args: Namespace) -> int:
    """Add it to the settings.

    Raises:
        CommandError: its name is taken, or something is missing.
    """
    from tui.settings.file import SettingsFile

    profile = with_values(args.name, {}, read_pairs(args.words))
    with writing():
        SettingsFile().add(profile)
    warn_of_plain(args, profile)
    say(f"The profile {profile.name} was added; jans-tui profiles test tells whether it works.")
    return ExitCode.DONE
