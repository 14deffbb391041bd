"""``jans-tui clients import``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_dry_run, add_entry_options, add_parallel_option

NAME = "import"
HELP = "create or change clients from JSON, by their inum"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument("file", metavar="FILE", help="a client or a list; - is standard input")
    add_dry_run(parser)
    add_parallel_option(parser)
    add_entry_options(parser, curl="print what would create them as curl commands")


def run(args: Namespace) -> int:
    """Create the clients that the server lacks, change the others, and print what became of each.

    Raises:
        CommandError, ApiError: the file cannot be read, or nothing could be asked.
    """
    from tui.cli.moving import run_import

    return run_import(args)
