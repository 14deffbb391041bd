"""UMA resources of a fresh installation."""

from collections.abc import Iterator

from tui.models.json import JsonObject
from tui.sandbox.client_entry import client_dn
from tui.sandbox.scope_entry import scope_dn
from tui.sandbox.seed.clients import TUI_CLIENT


def uma_resources() -> Iterator[JsonObject]:
    """All resources; ``id`` is the key."""
    key = "5c1f0f52-2d5e-4d8c-9b1a-7c30a1f2e001"
    yield {
        "dn": f"jansId={key},ou=resources,ou=uma,o=jans",
        "id": key,
        "name": "Folders of the file share",
        "iconUri": "https://files.example.com/icons/folder.png",
        "scopes": [scope_dn("8A1F-2B60")],
        "clients": [client_dn(TUI_CLIENT)],
        "description": "What the file share keeps",
        "creationDate": "2026-01-02T00:00:00",
        "deletable": False,
    }
