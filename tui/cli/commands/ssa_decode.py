"""``jans-tui ssa decode``."""

from argparse import ArgumentParser, Namespace

from tui.cli.output_options import add_output_options
from tui.cli.server_options import add_server_options

NAME = "decode"
HELP = "show what a software statement says, and check it"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the statement, and whether to ask for keys."""
    parser.add_argument(
        "words", nargs=1, metavar="FILE", help="a file with the JWT, the JWT, or - to read it"
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="check the signature, with the keys of the issuer that it names",
    )
    add_output_options(parser)
    add_server_options(parser, inner=True)


def run(args: Namespace) -> int:
    """Print it; exit with 1 if it is not to be trusted.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.decoding import run_decode

    return run_decode(args)
