"""Questions to the person at the terminal."""

import sys

from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.cli.terminal import is_terminal


def can_ask() -> bool:
    """Whether there is a person to ask: standard input and error are terminals."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def confirm(question: str, refusal: str) -> None:
    """Ask, on standard error; anything but yes is no.

    Args:
        question: without its question mark's choices.
        refusal: a sentence for where there is nobody to ask.

    Raises:
        CommandError: the answer was no, or there is nobody.
    """
    if not can_ask():
        raise CommandError(refusal, ExitCode.USAGE)
    if _answer(f"{question} [y/N] ").lower() not in ("y", "yes"):
        raise CommandError("nothing was changed.", ExitCode.INTERRUPTED)


def confirm_by_name(question: str, name: str, refusal: str) -> None:
    """Ask for ``name`` to be typed, as ``confirm``."""
    if not can_ask():
        raise CommandError(refusal, ExitCode.USAGE)
    if _answer(f"{question} Type {name} to go on: ") != name:
        raise CommandError("nothing was changed.", ExitCode.INTERRUPTED)


def _answer(question: str) -> str:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip()
