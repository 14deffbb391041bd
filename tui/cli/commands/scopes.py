"""``jans-tui scopes``: its sub-commands."""

from tui.cli.commands import scopes_get, scopes_list
from tui.cli.group import Group

GROUP = Group("scopes", "list and show scopes", (scopes_list, scopes_get))
