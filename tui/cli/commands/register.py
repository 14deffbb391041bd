"""``jans-tui register``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options, add_with_secrets
from tui.cli.providers import add_keyring_option, add_provider_options
from tui.cli.signing_options import add_signing_options
from tui.cli.token_input import TOKEN_HELP

NAME = "register"
HELP = "register a client with any OpenID provider"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what it is about, the provider, and how to print it."""
    parser.add_argument(
        "words", nargs="*", metavar="KEY=VALUE", help="such as redirect_uris=https://a.example/cb"
    )
    parser.add_argument(
        "--from-json",
        metavar="FILE",
        help="the metadata as JSON, or the text itself; - is standard input",
    )
    parser.add_argument(
        "--initial-token", metavar="T", help=f"the initial access token: {TOKEN_HELP}"
    )
    parser.add_argument(
        "--software-statement", metavar="FILE", help="a software statement: a file, the JWT, or -"
    )
    add_signing_options(parser)
    add_with_secrets(parser)
    add_keyring_option(parser)
    add_provider_options(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Register it, keep its token, and print it with its secret.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.registering import run_register

    return run_register(args)
