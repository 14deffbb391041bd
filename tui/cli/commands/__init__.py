"""The commands, in the order in which the help lists them."""

from tui.cli.command import Command
from tui.cli.commands import completion, locate, man, register, serve, sign_in, sign_out
from tui.cli.commands.clients import CLIENTS
from tui.cli.commands.profiles import PROFILES
from tui.cli.commands.registration import REGISTRATION
from tui.cli.commands.sandbox import SANDBOX
from tui.cli.commands.scopes import SCOPES
from tui.cli.commands.ssa import SSA

COMMANDS: tuple[Command, ...] = (CLIENTS, SCOPES, PROFILES, serve, SANDBOX, locate)

MORE: tuple[Command, ...] = (register, REGISTRATION, SSA, sign_in, sign_out, completion, man)
"""Commands that only the long help lists."""
