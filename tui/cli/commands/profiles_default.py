"""``jans-tui profiles default``."""

from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say
from tui.cli.profile_options import writing
from tui.cli.server_options import settings_of

NAME = "default"
HELP = "show or choose the profile that opens when none is named"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one."""
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="the profile, or sandbox; without: show it"
    )


def run(args: Namespace) -> int:
    """Remember it, or print it.

    Raises:
        CommandError: there is no such profile.
    """
    from tui.settings.file import SettingsFile
    from tui.settings.profile import SANDBOX

    if args.name is None:
        say(settings_of(args).default or SANDBOX)
        return ExitCode.DONE
    with writing():
        SettingsFile().set_default(args.name)
    say(f"{args.name} opens when no profile is named.")
    return ExitCode.DONE
