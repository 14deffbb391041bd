"""``jans-tui clients create``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_dry_run, add_entry_options, add_parallel_option

NAME = "create"
HELP = "create a client: create NAME --redirect-uri URI"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the name, the settings and the file."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="NAME|KEY=VALUE",
        help="what to call it, and its settings, such as grantTypes=client_credentials",
    )
    parser.add_argument(
        "--redirect-uri",
        action="append",
        default=[],
        metavar="URI",
        help="where it gets its answers; may come again; a server wants at least one",
    )
    parser.add_argument(
        "--from-json",
        metavar="FILE",
        help="the client as JSON, or a list of them; - is standard input",
    )
    add_dry_run(parser)
    add_parallel_option(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Create the client, and print it with its secret, once.

    Raises:
        CommandError, ApiError: the arguments do not fit, or nothing could be asked.
    """
    from tui.cli.creating import run_create

    return run_create(args)
