"""Is a person there to look and to answer?"""

import sys
from typing import TextIO


def has_terminal() -> bool:
    """Whether both standard input and standard output are terminals."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream, which may be closed, is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()
