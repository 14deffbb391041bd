"""The commands, in the order in which the help lists them."""

from tui.cli.command import Command
from tui.cli.commands import (
    clients,
    completion,
    locate,
    man,
    profiles,
    register,
    registration,
    sandbox,
    scopes,
    serve,
    sign_in,
    sign_out,
    ssa,
)

COMMANDS: tuple[Command, ...] = (clients, scopes, profiles, serve, sandbox, locate)

MORE: tuple[Command, ...] = (register, registration, ssa, sign_in, sign_out, completion, man)
"""Commands that only the long help lists."""
