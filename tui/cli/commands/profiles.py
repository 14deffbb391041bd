"""``jans-tui profiles``: its sub-commands."""

from tui.cli.commands import (
    profiles_add,
    profiles_check,
    profiles_default,
    profiles_list,
    profiles_remove,
    profiles_set,
    profiles_show,
)
from tui.cli.group import Group

GROUP = Group(
    "profiles",
    "the servers that you work on, and how to sign in to each",
    (
        profiles_list,
        profiles_show,
        profiles_add,
        profiles_set,
        profiles_remove,
        profiles_check,
        profiles_default,
    ),
)
