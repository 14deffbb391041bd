"""Clients as a JSON file, as ``jans-tui clients import`` reads it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tui.journal.redaction import without_secrets
from tui.models.members import READ_ONLY_MEMBERS
from tui.new_file import write_new_file
from tui.screens.ask_text import AskTextScreen
from tui.screens.host import host
from tui.widgets.client_words import counted

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.models.document import ClientDocument
    from tui.models.json import JsonObject


async def export_clients(screen: Screen[Any], clients: Sequence[ClientDocument]) -> None:
    """Ask for a path and write the clients there, without secrets and what servers make."""
    count = counted(len(clients), "client")
    exported = [_exported(client.raw) for client in clients]
    text = json.dumps(exported[0] if len(exported) == 1 else exported, indent=2) + "\n"

    def write(path: str) -> str:
        return f"{count} written to {write_new_file(path, text)}, without secrets."

    done = await screen.app.push_screen_wait(
        AskTextScreen(
            f"Export {count}",
            "Path of a new file. Secrets are left out.",
            "~/clients.json",
            write,
        )
    )
    if done:
        host(screen).say(done)


def _exported(client: JsonObject) -> JsonObject:
    kept = {name: item for name, item in client.items() if name not in READ_ONLY_MEMBERS}
    return without_secrets(kept)[0]
