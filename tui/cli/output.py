"""Text to the two standard streams; either may be closed (``None``)."""

import io
import os
import sys


def escape_the_unwritable() -> None:
    r"""From here on, write characters that standard output's encoding lacks as ``\xNN``."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write ``text`` and a newline to standard output: what was asked for."""
    if sys.stdout is not None:
        sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """Write ``jans-tui: text`` and a newline to standard error: a sentence for a person."""
    if sys.stderr is not None:
        sys.stderr.write(f"jans-tui: {text}\n")


def discard_output() -> None:
    """Point standard output at nothing, so that flushing it at exit cannot fail again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
