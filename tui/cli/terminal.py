"""Is a person there to look and to answer?"""

import sys
from typing import TextIO


def has_terminal() -> bool:
    """Whether both standard input and standard output are terminals."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
