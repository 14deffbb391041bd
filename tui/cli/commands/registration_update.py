"""``jans-tui registration update``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options, add_with_secrets
from tui.cli.providers import add_provider_options

NAME = "update"
HELP = "change a registration: update CLIENT KEY=VALUE"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what it is about, the provider, and how to print it."""
    parser.add_argument(
        "words", nargs="+", metavar="CLIENT|KEY=VALUE", help="which one, and what to change"
    )
    parser.add_argument(
        "--from-json",
        metavar="FILE",
        help="the metadata as JSON, or the text itself; - is standard input",
    )
    add_with_secrets(parser)
    add_provider_options(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Change it, and print it.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.registering import run_update

    return run_update(args)
