"""What the exit status tells a script."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit statuses; 128 and above follow the shell's ``128 + signal`` rule."""

    DONE = 0
    REFUSED = 1
    """The server, or this machine's file system, refused; the message says why."""
    USAGE = 2
    """The arguments are wrong, or the program needs a terminal and has none."""
    NOT_AUTHORISED = 3
    UNREACHABLE = 4
    """No answer, or none over a TLS connection that can be trusted."""
    NOT_FOUND = 5
    CONFLICT = 6
    PARTLY_DONE = 7
    INTERRUPTED = 130
    """The person stopped it, with Ctrl-C or by answering no."""
    BROKEN_PIPE = 141
    """The reader of standard output went away."""
