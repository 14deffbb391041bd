"""``jans-tui ssa``: its sub-commands."""

from tui.cli.commands import (
    ssa_create,
    ssa_decode,
    ssa_get,
    ssa_list,
    ssa_revoke,
    ssa_validate,
)
from tui.cli.group import Group

GROUP = Group(
    "ssa",
    "make, list and revoke software statements",
    (ssa_create, ssa_list, ssa_get, ssa_revoke, ssa_validate, ssa_decode),
    what="software statements",
)
