"""The options by which commands find and set up the sandbox."""

from argparse import ArgumentParser
from pathlib import Path

from tui.cli.arguments import folder
from tui.locations import sandbox_folder


def add_data_option(parser: ArgumentParser) -> None:
    """Add ``--data DIR``; ``data_folder`` reads it."""
    parser.add_argument(
        "--data",
        type=folder,
        metavar="DIR",
        help="the sandbox's folder, if not its usual one (see jans-tui locate)",
    )


def data_folder(chosen: Path | None) -> Path:
    """Return the folder that ``--data`` named, or the usual one."""
    return chosen or sandbox_folder()
