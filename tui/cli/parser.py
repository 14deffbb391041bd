"""The argument parser of ``jans-tui``."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from tui import __version__
from tui.cli.command import Parser, add_commands
from tui.cli.commands import COMMANDS, MORE
from tui.cli.operation_options import add_operation_options
from tui.cli.output_options import add_output_options
from tui.cli.server_options import add_server_options

DESCRIPTION = """\
Manage the OAuth 2.0 and OpenID Connect clients of a Janssen Auth Server.
Without a command, a full-screen program; without --host, on a practice server."""

EPILOG = """\
create a client:  run jans-tui, press a; or jans-tui clients create --help
find your way:    ? shows the keys of the screen that you are on, q quits"""


def build_parser(*, full: bool = False) -> ArgumentParser:
    """Make the parser; ``args.command`` is the chosen command, or None for the program.

    Args:
        full: whether the help shows every option and command.
    """
    parser = Parser(
        prog="jans-tui",
        usage="jans-tui [OPTIONS] [COMMAND ...]",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(command=None, output=None, columns=None)
    add_commands(parser, COMMANDS if not full else (*COMMANDS, *MORE), () if full else MORE)
    parser.add_argument(
        "-V",
        "--version",
        action="version",
        version=f"jans-tui {__version__}",
        help="show the version and exit",
    )
    add_server_options(parser, full=full)
    add_operation_options(parser, full=full)
    add_output_options(parser, inner=False, full=full)
    return parser
