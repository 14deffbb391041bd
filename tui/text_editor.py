"""Editing a text in the editor that the person has chosen (``$VISUAL``, ``$EDITOR``)."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VARIABLES = ("VISUAL", "EDITOR")
USUAL = ("vi", "nano")
"""Tried when no variable names an editor."""

FROM_KEYS = (signal.SIGINT, signal.SIGQUIT)
"""Signals that the terminal sends to us, too, when they are meant for the editor."""


class EditorError(Exception):
    """The editor could not be run; the text is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What the editor left.

    Attributes:
        text: the file's content; bytes that are no UTF-8 are lone surrogates (PEP 383).
        code: the editor's exit code; negative: the number of the signal that ended it.
    """

    text: str
    code: int


def editor_command(
    environ: Mapping[str, str] = os.environ,
    find: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The editor with its arguments, without the file.

    Raises:
        EditorError: none is named and none is there, or its name cannot be read.
    """
    for variable in VARIABLES:
        words = environ.get(variable, "").strip()
        if words:
            try:
                return shlex.split(words)
            except ValueError as error:
                raise EditorError(f"${variable} cannot be read: {error}.") from None
    for name in USUAL:
        if find(name):
            return [name]
    raise EditorError("No editor was found. Name one in $VISUAL or $EDITOR.")


def edit(text: str, command: Sequence[str], name: str = "client.json") -> Edited:
    """Run the editor on a private file that holds ``text``, and wait for its end.

    The terminal must be free. The file, in a folder of its own, is removed in any case.

    Args:
        text: what is to be edited.
        command: the editor and its arguments.
        name: of the file; editors go by its end.

    Raises:
        EditorError: the editor cannot be started, or the file cannot be written or read.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="jans-tui-", ignore_cleanup_errors=True) as folder:
            path = Path(folder, name)
            path.touch(mode=0o600)
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
            with _ignoring(FROM_KEYS):
                code = _run([*command, str(path)])
            return Edited(path.read_bytes().decode("utf-8-sig", "surrogateescape"), code)
    except OSError as error:
        raise EditorError(f"The text can't be handed to the editor: {error.strerror}.") from None


def _run(command: Sequence[str]) -> int:
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603 (the person's own)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise EditorError(f"{command[0]} can't be started: {reason}.") from None


@contextmanager
def _ignoring(signals: Sequence[signal.Signals]) -> Iterator[None]:
    """Let signals pass us by. A handler does that, since "ignore" would be inherited."""
    before = {number: signal.signal(number, lambda *_: None) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
