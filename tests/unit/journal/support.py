"""Entries to note."""

from datetime import UTC, datetime

from tui.journal.entry import Entry
from tui.journal.making import Origin
from tui.models.json import JsonObject

SECRET = "the-secret-that-must-not-be-noted"

ORIGIN = Origin("test", "https://jans.example", "alice", "1800.tool")

CLIENT: JsonObject = {
    "inum": "c-1",
    "dn": "inum=c-1,ou=clients,o=jans",
    "clientName": "Acme",
    "displayName": "Acme",
    "clientSecret": SECRET,
    "registrationAccessToken": f"{SECRET}-too",
    "redirectUris": ["https://rp.example/cb"],
    "attributes": {"requirePkce": True, "newer": {"clientSecret": SECRET, "kept": 1}},
    "unknown": [{"client_secret": SECRET}, 7],
}


def numbered(number: int, **members: object) -> Entry:
    """An entry that its ``name`` tells from others."""
    values: dict[str, object] = {
        "kind": "edit",
        "effect": "edit",
        "inum": f"c-{number % 3}",
        "name": f"Client {number}",
        "server": "https://jans.example",
        "time": datetime(2026, 6, 15, 12, 0, tzinfo=UTC),
        "id": f"{number}",
        **members,
    }
    return Entry(**values)  # type: ignore[arg-type]
