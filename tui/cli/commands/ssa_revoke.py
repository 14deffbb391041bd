"""``jans-tui ssa revoke``."""

from argparse import ArgumentParser, Namespace

from tui.cli.entry_options import add_entry_options, add_yes

NAME = "revoke"
HELP = "revoke software statements, after asking"


def add_arguments(parser: ArgumentParser) -> None:
    """Add which ones, and the answer given beforehand."""
    parser.add_argument("words", nargs="*", metavar="JTI", help="its identifier")
    parser.add_argument("--org", metavar="ORG", help="all those of this organization")
    add_yes(parser)
    add_entry_options(parser)


def run(args: Namespace) -> int:
    """Revoke what is active of them.

    Raises:
        CommandError, ApiError: it could not be done.
    """
    from tui.cli.statements import run_revoke

    return run_revoke(args)
