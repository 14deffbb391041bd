"""``jans-tui clients``: its sub-commands."""

from tui.cli.commands import (
    clients_clone,
    clients_create,
    clients_delete,
    clients_diff,
    clients_edit,
    clients_export,
    clients_get,
    clients_import,
    clients_list,
    clients_set,
)
from tui.cli.group import Group

GROUP = Group(
    "clients",
    "list, show, create, change and delete clients",
    (
        clients_list,
        clients_get,
        clients_create,
        clients_edit,
        clients_set,
        clients_delete,
        clients_clone,
        clients_export,
        clients_import,
        clients_diff,
    ),
)
