"""Every command: its key, its words, and where it works.

The bindings, the footer, the help, the palette and the README's table are made from here.
"""

from __future__ import annotations

from tui.commands.command import Command as Command
from tui.commands.command import Way as Way
from tui.commands.command import key_name as key_name

WRITE, DELETE = "openid/clients.write", "openid/clients.delete"
SSA = "https://jans.io/auth/ssa.admin"
READ_TOKENS, REVOKE_TOKENS = "token.readonly", "token.delete"
NO_TOKENS = "Only a Jans server lists the tokens of a client."

APP = (
    Command("app.help", "question_mark,f1", "help", "What the keys do where you are."),
    Command(
        "app.palette",
        "colon,ctrl+p",
        "command",
        "Find a command by its name.",
        action="command_palette",
    ),
    Command("app.profiles", "p", "profiles", "Switch to another server, or change what is set up."),
    Command(
        "app.sign-out",
        "f8",
        "sign out",
        "Forget the tokens of this server; the next call signs in again.",
        footer=False,
    ),
    Command(
        "app.sign-out-revoke",
        "f7",
        "sign out and revoke",
        "Sign out, and have the server forget the tokens, too.",
        footer=False,
    ),
    Command(
        "app.theme", "f9", "theme", "Switch between the dark and the light theme.", footer=False
    ),
)

CLIENTS = (
    Command("clients.open", "enter", "edit", "Open the client under the cursor."),
    Command("clients.add", "a", "add", "Add a client.", writes=True, scope=WRITE),
    Command(
        "clients.register",
        "R",
        "register",
        "Add a client by dynamic registration, as applications do.",
        writes=True,
        way="config-api",
        elsewhere="Every client here is registered: add does that.",
    ),
    Command(
        "clients.import",
        "i",
        "import",
        "Take over a registered client by its URI and token.",
        action="import_registration",
        way="registration",
    ),
    Command(
        "clients.clone",
        "c",
        "clone",
        "Add a client that starts as a copy.",
        writes=True,
        scope=WRITE,
    ),
    Command(
        "clients.delete",
        "d,delete",
        "delete",
        "Delete the client or those marked, after a question.",
        writes=True,
        scope=DELETE,
    ),
    Command("clients.search", "slash", "search", "Search names, ids and descriptions."),
    Command("clients.filter", "f", "filter", "Show only disabled, expired, unused … clients."),
    Command("clients.sort", "s", "sort", "Sort by the next column, then the other way round."),
    Command("clients.mark", "space", "mark", "Mark the client, for what is done to several."),
    Command("clients.json", "v", "JSON", "Show the client as JSON, its secrets masked."),
    Command("clients.copy", "y", "copy", "Copy the id, the URIs, the JSON, or a curl command."),
    Command(
        "clients.disable",
        "t",
        "on/off",
        "Disable the client or those marked, or enable them again.",
        writes=True,
        scope=WRITE,
        footer=False,
        way="config-api",
        elsewhere="Registration knows no clients that are switched off.",
    ),
    Command(
        "clients.export",
        "x",
        "export",
        "Write the client or those marked to a JSON file.",
        footer=False,
    ),
    Command("clients.refresh", "r,f5", "refresh", "Read the list again; the place is kept."),
    Command(
        "clients.editor",
        "e",
        "editor",
        "Edit the client's JSON in your $EDITOR.",
        writes=True,
        scope=WRITE,
        footer=False,
    ),
    Command(
        "drafts.open",
        "D",
        "drafts",
        "List the changes that were not saved yet.",
        action="drafts",
        footer=False,
    ),
    Command(
        "clients.tokens",
        "T",
        "tokens",
        "List the active tokens of the client, and revoke them.",
        scope=READ_TOKENS,
        footer=False,
        way="config-api",
        elsewhere=NO_TOKENS,
    ),
    Command(
        "statements.open",
        "S",
        "software statements",
        "List, make and revoke the software statements of the server.",
        action="statements",
        footer=False,
        way="config-api",
        elsewhere="Only Jans servers make software statements.",
    ),
    Command(
        "clients.undo",
        "u",
        "undo",
        "Undo what jans-tui last saved here, or a deletion just made.",
        writes=True,
        scope=WRITE,
        footer=False,
    ),
    Command(
        "clients.history",
        "h",
        "history",
        "Show what jans-tui changed in this client.",
        footer=False,
    ),
    Command(
        "clients.all-history",
        "H",
        "history of all",
        "Show what jans-tui changed in all clients, deleted ones too.",
        footer=False,
    ),
    Command(
        "clients.hand-over",
        "o",
        "hand over",
        "Give a registration's URI and token to somebody else.",
        way="registration",
    ),
    Command(
        "clients.forget",
        "F",
        "forget",
        "Keep a registration here no longer; its client stays.",
        way="registration",
    ),
    Command(
        "clients.back", "escape", "back", "Take away the marks, or clear the search.", footer=False
    ),
    Command("clients.quit", "q", "quit", "Leave jans-tui.", action="app.quit"),
)

FORM_SAVE = Command(
    "form.save",
    "f2",
    "review and save",
    "See what changed, and save it.",
    writes=True,
    scope=WRITE,
)
"""Where it would be refused, the form is there to be read."""

EDIT_SETTING = Command("field.edit", "enter", "edit", "Edit the focused setting.")
"""Fields bind it themselves; it is here for the footer of forms."""

FORM = (
    FORM_SAVE,
    Command("form.back", "escape", "back", "Back to the list; asks when something was changed."),
    Command("form.next-tab", "right_square_bracket,pagedown", "next tab", "The next tab."),
    Command(
        "form.previous-tab",
        "left_square_bracket,pageup",
        "previous tab",
        "The tab before.",
        footer=False,
    ),
    Command("form.find", "slash", "find", "Go to a setting by its name, in any spelling."),
    Command("form.json", "v", "JSON", "Show the edited client as JSON, its secrets masked."),
    Command(
        "form.editor",
        "e",
        "editor",
        "Edit the JSON in your $EDITOR.",
        writes=True,
        scope=WRITE,
    ),
    Command("form.copy", "y", "copy", "Copy the id, the URIs, the JSON, or a curl command."),
    Command(
        "form.undo",
        "u",
        "undo",
        "Undo what jans-tui last saved to this client.",
        writes=True,
        scope=WRITE,
        footer=False,
    ),
    Command(
        "form.history",
        "H",
        "history",
        "Show what jans-tui changed in this client.",
        footer=False,
    ),
    Command(
        "form.tokens",
        "T",
        "tokens",
        "List the active tokens of the client, and revoke them.",
        scope=READ_TOKENS,
        footer=False,
        way="config-api",
        elsewhere=NO_TOKENS,
    ),
    Command("form.top", "g,home", "top", "The first setting of the tab.", footer=False),
    Command("form.bottom", "G,end", "bottom", "The last setting of the tab.", footer=False),
)

HISTORY = (
    Command("history.open", "enter", "details", "Show what the entry changed."),
    Command(
        "history.undo",
        "u",
        "undo",
        "Take back what the entry changed, after a review.",
        writes=True,
        scope=WRITE,
    ),
    Command("history.back", "escape,q", "back", "Back to where you were."),
)

STATEMENTS = (
    Command("ssa.open", "enter", "look", "Show what the statement says, decoded and checked."),
    Command("ssa.add", "a", "add", "Make a software statement.", writes=True, scope=SSA),
    Command(
        "ssa.revoke",
        "d,delete",
        "revoke",
        "Revoke the statement, after a question.",
        writes=True,
        scope=SSA,
    ),
    Command("ssa.validate", "t", "test", "Ask the server whether the statement is good."),
    Command("ssa.search", "slash", "search", "Search all columns; org:… and jti:… ask the server."),
    Command("ssa.inspect", "i", "inspect", "Decode and check a statement of anybody."),
    Command("ssa.json", "v", "JSON", "Show the statement as the server lists it.", footer=False),
    Command("ssa.copy", "y", "copy", "Copy the ids, or curl commands."),
    Command("ssa.refresh", "r,f5", "refresh", "Read the list again.", footer=False),
    Command(
        "ssa.revoke-all",
        "D",
        "revoke all",
        "Revoke all statements of the same organization, after a question.",
        writes=True,
        scope=SSA,
        footer=False,
    ),
    Command("ssa.back", "escape,q", "back", "Clear the search, or go back to the clients."),
)

NEW_STATEMENT = (
    Command(
        "new-ssa.create",
        "f2",
        "create",
        "Check what was typed, and have the server make the statement.",
        writes=True,
        scope=SSA,
    ),
    Command("new-ssa.back", "escape", "back", "Back to the list; asks when something was typed."),
    Command("new-ssa.copy", "y", "copy", "Copy what would be sent as curl or as a one-liner."),
)

TOKENS = (
    Command("tokens.open", "enter,v", "look", "Show what the server keeps of the token."),
    Command(
        "tokens.revoke",
        "d,delete",
        "revoke",
        "Revoke the token, after a question.",
        writes=True,
        scope=REVOKE_TOKENS,
    ),
    Command(
        "tokens.revoke-all",
        "D",
        "revoke all",
        "Revoke all tokens of the list, after a question.",
        writes=True,
        scope=REVOKE_TOKENS,
    ),
    Command(
        "tokens.search",
        "slash",
        "search",
        "Search all columns; expires:1h finds what ends within that time.",
    ),
    Command("tokens.copy", "y", "copy", "Copy the code, or curl commands."),
    Command("tokens.refresh", "r,f5", "refresh", "Read the list again."),
    Command("tokens.back", "escape,q", "back", "Clear the search, or go back to the client."),
)

PROFILES = (
    Command("profiles.open", "enter", "open", "Open the server under the cursor."),
    Command("profiles.add", "a", "add", "Set up a server."),
    Command("profiles.edit", "e", "edit", "Change how the server is set up."),
    Command("profiles.test", "t", "test", "Try each step of the way to the server."),
    Command("profiles.default", "m", "make default", "Open this one when none is named."),
    Command("profiles.remove", "d,delete", "remove", "Forget how the server is set up."),
    Command("profiles.back", "escape,q", "back", "Back to where you were."),
)

PROFILE = (
    Command("profile.save", "f2", "save", "Write the profile to the settings."),
    Command("profile.test", "f4", "test", "Try each step of the way to the server."),
    Command("profile.back", "escape", "back", "Back to the list; asks when something was changed."),
)

GROUPS: dict[str, tuple[Command, ...]] = {
    "Everywhere": APP,
    "Clients": CLIENTS,
    "One client": FORM,
    "History": HISTORY,
    "Software statements": STATEMENTS,
    "New software statement": NEW_STATEMENT,
    "Tokens": TOKENS,
    "Profiles": PROFILES,
    "One profile": PROFILE,
}

BY_ID = {command.id: command for group in GROUPS.values() for command in group}
