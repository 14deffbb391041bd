"""``jans-tui registration``: its sub-commands."""

from tui.cli.commands import (
    registration_delete,
    registration_export,
    registration_forget,
    registration_import,
    registration_list,
    registration_read,
    registration_update,
)
from tui.cli.group import Group

GROUP = Group(
    "registration",
    "read, change and hand over registered clients",
    (
        registration_list,
        registration_read,
        registration_update,
        registration_delete,
        registration_import,
        registration_export,
        registration_forget,
    ),
    what="registrations",
)
