"""The argument parser of ``jans-tui``."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from tui import __version__
from tui.cli.command import add_commands
from tui.cli.commands import COMMANDS
from tui.cli.server_options import add_server_options

DESCRIPTION = """\
Manage the OAuth 2.0 and OpenID Connect clients of a Janssen Auth Server.
Without a command, the full-screen program opens; without a host, it shows a
practice server on this machine, the sandbox."""

EPILOG = """\
create a client:  run jans-tui, press a (Add client), fill in, F2 saves
find your way:    ? shows the keys of the screen that you are on, q quits"""


def build_parser() -> ArgumentParser:
    """Make the parser; ``args.command`` is the chosen command, or None for the program."""
    parser = ArgumentParser(
        prog="jans-tui",
        usage="jans-tui [OPTIONS] [COMMAND ...]",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(command=None)
    add_commands(parser, COMMANDS)
    parser.add_argument(
        "-V",
        "--version",
        action="version",
        version=f"jans-tui {__version__}",
        help="show the version and exit",
    )
    add_server_options(parser)
    return parser
