"""The commands, in the order in which the help lists them."""

from tui.cli.command import Command
from tui.cli.commands import locate, sandbox, serve

COMMANDS: tuple[Command, ...] = (serve, sandbox, locate)

MORE: tuple[Command, ...] = ()
"""Commands that only the long help lists."""
