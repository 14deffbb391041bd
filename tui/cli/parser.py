"""The argument parser of ``jans-tui``."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from tui import __version__
from tui.cli.arguments import existing_file
from tui.cli.command import add_commands
from tui.cli.commands import COMMANDS

DESCRIPTION = """\
Manage the OAuth 2.0 and OpenID Connect clients of a Janssen Auth Server.
Without a command, the full-screen program opens. As long as no server is set
up, it shows a practice server on this machine: the sandbox."""

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
    parser.add_argument(
        "--cacert",
        type=existing_file,
        metavar="FILE",
        help="trust only the certificate authorities in this PEM file",
    )
    return parser
