"""``jans-tui registration import``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options, add_with_secrets
from tui.cli.providers import add_keyring_option, add_provider_options
from tui.cli.token_input import TOKEN_HELP

NAME = "import"
HELP = "take over a client that was registered elsewhere"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what it is about, the provider, and how to print it."""
    parser.add_argument(
        "words",
        nargs=1,
        metavar="FILE|URI",
        help="what registration export printed, or its registration_client_uri",
    )
    parser.add_argument(
        "--token",
        metavar="T",
        help=f"its registration access token: {TOKEN_HELP} (default for a URI)",
    )
    add_with_secrets(parser)
    add_keyring_option(parser)
    add_provider_options(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Read it, and keep it.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.handing_over import run_import

    return run_import(args)
