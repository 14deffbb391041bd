"""The options that every verb has."""

from argparse import SUPPRESS, ArgumentParser

from tui.cli.render import add_output_options
from tui.cli.server_options import add_server_options


def add_entry_options(parser: ArgumentParser, *, curl: str = "print it as curl commands") -> None:
    """Add ``--curl``, the options for output, and those of the server once more.

    Args:
        parser: of the verb.
        curl: what the help says of ``--curl``.
    """
    add_output_options(parser)
    add_server_options(parser, inner=True)
    parser.add_argument(
        "--curl", action="store_true", default=SUPPRESS, help=f"{curl}; change nothing"
    )
    parser.epilog = "--host and the other options of jans-tui --help may stand here, too."
