"""``jans-tui profiles set``."""

from argparse import ArgumentParser, Namespace

from tui.cli.command import CommandError
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
from tui.cli.server_options import settings_of

NAME = "set"
HELP = "change a profile; name=NEW renames it, and an empty value takes a key away"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one and what to set."""
    add_name(parser)
    add_pairs(parser)


def run(args: Namespace) -> int:
    """Change it in the settings; its comments stay.

    Raises:
        CommandError: there is no such profile, or it could not be used afterwards.
    """
    from tui.connecting.kept_tokens import change_profile
    from tui.settings.file import SettingsFile
    from tui.settings.tables import to_table

    names = [word.partition("=")[2] for word in args.words if word.startswith("name=")]
    values = read_pairs([word for word in args.words if not word.startswith("name=")])
    if not args.words:
        raise CommandError("say what to set: KEY=VALUE.", ExitCode.USAGE)
    with writing():
        before = settings_of(args).profile(args.name)
        after = with_values(names[-1] if names else before.name, to_table(before), values)
        change_profile(SettingsFile(), before, after)
    warn_of_plain(args, after)
    say(f"The profile {after.name} was changed.")
    return ExitCode.DONE
