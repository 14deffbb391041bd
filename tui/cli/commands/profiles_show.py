"""``jans-tui profiles show``."""

from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output_options import add_output_options
from tui.cli.profile_options import add_name, known_profile

NAME = "show"
HELP = "show a profile; secrets that stand in it are hidden"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one, and how to print it."""
    add_name(parser)
    add_output_options(parser)


def run(args: Namespace) -> int:
    """Print the profile as it stands in the file.

    Raises:
        CommandError: there is no such profile.
    """
    from tui.cli.render import show_entry
    from tui.models.json import Json, JsonObject
    from tui.settings.keys import BY_NAME
    from tui.settings.tables import to_table

    profile = known_profile(args)
    entry: JsonObject = {"name": profile.name, "sign_in": profile.sign_in.method}
    for key, value in to_table(profile).items():
        shown: Json = [*value] if isinstance(value, list) else value
        hidden = BY_NAME[key].secret and str(value).startswith("plain:")
        entry[key] = "plain:[hidden]" if hidden else shown
    show_entry(args, entry)
    return ExitCode.DONE
