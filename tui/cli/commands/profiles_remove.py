"""``jans-tui profiles remove``."""

from argparse import ArgumentParser, Namespace

from tui.cli.asking import confirm
from tui.cli.entry_options import add_yes
from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.profile_options import add_name, writing

NAME = "remove"
HELP = "remove a profile; nothing happens on the server"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one, and the answer given beforehand."""
    add_name(parser)
    add_yes(parser)


def run(args: Namespace) -> int:
    """Ask, unless told not to, and remove it.

    Raises:
        CommandError: there is no such profile, or the answer was no.
    """
    from tui.connecting.kept_tokens import remove_profile
    from tui.settings.file import SettingsFile

    if not args.yes:
        confirm(
            f"Remove the profile {args.name}?",
            "there is no terminal to ask in whether to remove the profile; add --yes.",
        )
    with writing():
        remove_profile(SettingsFile(), args.name)
    say(f"The profile {args.name} was removed.")
    return ExitCode.DONE
