"""Text to the two standard streams; either may be closed (``None``)."""

import io
import os
import sys

TYPE_CHECKING = False  # typing's own costs more than the rest of this module
if TYPE_CHECKING:
    from typing import TextIO

_CLEAR = "\r\x1b[K"

_status = ""
"""The line that stands at the bottom of standard error, without a newline."""


def escape_the_unwritable() -> None:
    r"""From here on, write characters that standard output's encoding lacks as ``\xNN``."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Write ``text`` and a newline to standard output: what was asked for.

    Raises:
        BrokenPipeError: the reader went away.
        OSError: it cannot be written; its ``filename`` says what.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{text}\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _about_output(error) from None


def flush_output() -> None:
    """Bring all of standard output to where it goes.

    Raises:
        BrokenPipeError, OSError: as for ``say``.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _about_output(error) from None


def tell(text: str) -> None:
    """Write ``text`` and a newline to standard error: for a person, beside what was asked for.

    Where that cannot be written nobody is told; the exit code tells all the same.
    """
    if sys.stderr is not None:
        _to_stderr(f"{_CLEAR if _status else ''}{text}\n{_status}")


def complain(text: str) -> None:
    """Write ``jans-tui: text`` to standard error: a sentence for a person."""
    tell(f"jans-tui: {text}")


def show_status(text: str) -> None:
    """Have ``text`` stand at the bottom of standard error, a terminal; "" takes it away."""
    global _status
    if sys.stderr is not None and text != _status:
        _status = text
        _to_stderr(f"{_CLEAR}{text}")


def discard_output() -> None:
    """Point standard output at nothing, so that flushing it at exit cannot fail again."""
    _discard(sys.stdout)


def _to_stderr(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        # What is left over would make the exit code 120.
        _discard(sys.stderr)


def _discard(stream: "TextIO") -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, stream.fileno())
    os.close(nothing)


def _about_output(error: OSError) -> OSError:
    return OSError(error.errno, error.strerror or str(error), "standard output")
