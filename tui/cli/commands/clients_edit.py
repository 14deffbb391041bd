"""``jans-tui clients edit``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_dry_run, add_entry_options, add_names, add_yes

NAME = "edit"
HELP = "change a client as JSON in $VISUAL or $EDITOR"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which one."""
    add_names(parser, "client", many=False)
    add_dry_run(parser)
    add_yes(parser)
    add_entry_options(parser, curl="edit it, and print what would be sent as curl commands")


def run(args: Namespace) -> int:
    """Open the editor, show what changed, ask, and save.

    Raises:
        CommandError, ApiError: it could not be read, edited or saved.
    """
    from tui.cli.editing import run_edit

    return run_edit(args)
