"""The options by which commands find the sandbox, and what it may fail with."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.cli.arguments import folder
from tui.cli.command import CommandError
from tui.cli.exit_codes import ExitCode
from tui.locations import sandbox_folder


def add_data_option(parser: ArgumentParser) -> None:
    """Add ``--data DIR``; ``data_folder`` reads it."""
    parser.add_argument(
        "--data",
        type=folder,
        metavar="DIR",
        help="the sandbox's folder, if not its usual one",
    )


def data_folder(chosen: Path | None) -> Path:
    """Return the folder that ``--data`` named, or the usual one."""
    return chosen or sandbox_folder()


@contextmanager
def sandbox_at(path: Path) -> Iterator[None]:
    """Turn what a damaged sandbox in ``path`` raises into a sentence.

    Raises:
        CommandError: its database or its credentials cannot be used.
    """
    import sqlite3

    try:
        yield
    except (sqlite3.Error, ValueError) as error:
        reason = str(error).rstrip(".")
        raise CommandError(
            f"the sandbox in {path} cannot be used: {reason}.", ExitCode.REFUSED
        ) from error
