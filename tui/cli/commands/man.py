"""``jans-tui man``."""

from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say

NAME = "man"
HELP = "print the manual page, for man -l or a file jans-tui.1"


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing to add."""
    del parser


def run(args: Namespace) -> int:
    """Print the page in roff."""
    del args
    from tui.cli.manual import manual
    from tui.cli.parser import build_parser
    from tui.cli.parser_tree import levels

    say(manual(list(levels(build_parser(full=True)))))
    return ExitCode.DONE
