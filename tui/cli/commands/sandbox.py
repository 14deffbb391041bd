"""``jans-tui sandbox``: its sub-commands."""

from tui.cli.commands import sandbox_fill, sandbox_reset
from tui.cli.group import Group

GROUP = Group(
    "sandbox",
    "fill the sandbox with made-up clients, or reset it",
    (sandbox_fill, sandbox_reset),
    what="the sandbox",
)
