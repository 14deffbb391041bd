"""``jans-tui registration forget``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_yes
from tui.cli.output_options import add_output_options
from tui.cli.providers import add_provider_options
from tui.cli.server_options import add_server_options

NAME = "forget"
HELP = "keep a registration no longer, after asking"


def add_arguments(parser: ArgumentParser) -> None:
    """Add what it is about, the provider, and how to print it."""
    parser.add_argument("words", nargs=1, metavar="CLIENT", help="its client_id or client_name")
    add_yes(parser)
    add_provider_options(parser)
    add_output_options(parser)
    add_server_options(parser, inner=True)


def run(args: Namespace) -> int:
    """Forget it.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.handing_over import run_forget

    return run_forget(args)
