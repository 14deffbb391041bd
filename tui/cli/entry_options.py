"""The options that verbs such as ``list`` and ``set`` share."""

from argparse import SUPPRESS, ArgumentParser

from tui.cli.arguments import count, parallel
from tui.cli.output_options import add_output_options
from tui.cli.server_options import add_server_options

SORTS = {"inum": "inum", "name": "displayName"}
"""What a list may be sorted by -> the column of the server's database."""


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


def add_get_arguments(parser: ArgumentParser, what: str) -> None:
    """Add which entries of the kind ``what`` to print, and how."""
    add_names(parser, what)
    add_with_secrets(parser)
    add_parallel_option(parser)
    add_entry_options(parser)


def add_list_arguments(parser: ArgumentParser) -> None:
    """Add what to list, and how many."""
    parser.add_argument(
        "pattern", nargs="?", default="", metavar="TEXT", help="only those that hold this text"
    )
    parser.add_argument("--limit", type=count, metavar="N", help="at most so many")
    parser.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="only those with this value; may come again",
    )
    parser.add_argument("--sort", choices=sorted(SORTS), default="inum", help="by what")
    parser.add_argument("--descending", action="store_true", help="the last one first")
    add_with_secrets(parser)


def add_with_secrets(parser: ArgumentParser) -> None:
    """Add ``--with-secrets``."""
    parser.add_argument(
        "--with-secrets", action="store_true", help="do not hide secrets in the output"
    )


def add_names(parser: ArgumentParser, what: str, *, many: bool = True) -> None:
    """Add the positional argument ``words``: which entries."""
    parser.add_argument(
        "words",
        nargs="*" if many else 1,
        metavar="NAME",
        help=f"the inum or name of a {what}" + ("; - reads a list of them" if many else ""),
    )


def add_parallel_option(parser: ArgumentParser) -> None:
    """Add ``--parallel N``."""
    parser.add_argument(
        "--parallel",
        type=parallel,
        default=4,
        metavar="N",
        help="how many at the same time (default: 4)",
    )


def add_dry_run(parser: ArgumentParser) -> None:
    """Add ``--dry-run``."""
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would change, and send nothing"
    )


def add_yes(parser: ArgumentParser) -> None:
    """Add ``--yes``."""
    parser.add_argument("-y", "--yes", action="store_true", help="do not ask")
