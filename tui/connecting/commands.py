"""Secrets that a command prints: a password manager's, for example."""

import os
import shlex
import signal
import subprocess
from contextlib import suppress

from tui.models.plain import plain

PATIENCE = 60.0
"""Seconds that the command may take: some wait for a person to unlock something."""


class CommandFailed(Exception):  # noqa: N818 -- it says what happened
    """The command gave no secret; the text is the end of a sentence."""


def output_of(command: str, *, shell: bool = False, patience: float = PATIENCE) -> str:
    """What ``command`` prints, without line breaks at its end. It blocks.

    The command gets no terminal: it could draw over the screen.

    Args:
        command: words as in a shell, but nothing in them is expanded.
        shell: have a shell run it, with all that a shell does.
        patience: seconds.

    Raises:
        CommandFailed: it cannot be run, fails, takes too long, or prints nothing.
    """
    try:
        words = ["/bin/sh", "-c", command] if shell else shlex.split(command)
        name = plain(words[0] if not shell else "the shell", 60)
        process = subprocess.Popen(  # noqa: S603 -- the person's own command
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except (ValueError, IndexError):
        raise CommandFailed("cannot be read as a command: a quote is not closed.") from None
    except OSError as error:
        raise CommandFailed(f"cannot be run: {error.strerror or error}.") from None
    try:
        out, err = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise CommandFailed(f"did not end: {name} took more than {patience:.0f} s.") from None
    if process.returncode:
        said = plain(err.decode(errors="replace").strip(), 300)
        why = f" It says: “{said}”" if said else ""
        raise CommandFailed(f"failed: {name} ended with {process.returncode}.{why}")
    secret = out.decode(errors="replace").strip("\r\n")
    if not secret:
        raise CommandFailed(f"gave nothing: {name} printed an empty line.")
    return secret
