"""``jans-tui locate``."""

from argparse import ArgumentParser, Namespace

from tui import locations
from tui.cli.exit_codes import ExitCode
from tui.cli.output import say

NAME = "locate"
HELP = "print where settings, data and state are kept"


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing to add."""
    del parser


def run(args: Namespace) -> int:
    """Print one folder or file a line, after its name; they need not exist yet."""
    from tui.settings.file import SettingsFile

    del args
    say(f"config   {locations.config_folder()}")
    say(f"settings {SettingsFile().path}")
    say(f"data     {locations.data_folder()}")
    say(f"state    {locations.state_folder()}")
    say(f"sandbox  {locations.sandbox_folder()}")
    return ExitCode.DONE
