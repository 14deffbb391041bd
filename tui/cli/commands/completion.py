"""``jans-tui completion``."""

from argparse import ArgumentParser, Namespace

from tui.cli.exit_codes import ExitCode
from tui.cli.output import say

NAME = "completion"
HELP = "print what completes commands in bash, zsh or fish"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="which shell")


def run(args: Namespace) -> int:
    """Print the script."""
    from tui.cli import completion
    from tui.cli.parser import build_parser
    from tui.cli.parser_tree import levels

    script = {"bash": completion.bash, "zsh": completion.zsh, "fish": completion.fish}
    say(script[args.shell](list(levels(build_parser(full=True)))))
    return ExitCode.DONE
