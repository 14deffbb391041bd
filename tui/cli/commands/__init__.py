"""The commands, in the order in which the help lists them."""

from tui.cli.command import Command
from tui.cli.commands import clients, completion, locate, man, sandbox, scopes, serve

COMMANDS: tuple[Command, ...] = (clients, scopes, serve, sandbox, locate)

MORE: tuple[Command, ...] = (completion, man)
"""Commands that only the long help lists."""
