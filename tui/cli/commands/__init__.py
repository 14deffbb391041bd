"""The commands, in the order in which the help lists them."""

from tui.cli.command import Command
from tui.cli.later import Later

COMMANDS: tuple[Command, ...] = tuple(
    map(Later, ("clients", "scopes", "profiles", "serve", "sandbox"))
)

MORE: tuple[Command, ...] = tuple(
    map(
        Later,
        (
            *("register", "registration", "ssa", "sign_in", "sign_out"),
            *("locate", "completion", "man"),
        ),
    )
)
"""Commands that only the long help lists."""
