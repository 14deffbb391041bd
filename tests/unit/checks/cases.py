"""A sound client to change, and one way to say what a change should be found to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tui.checks.client import check_client
from tui.checks.finding import Finding, Severity
from tui.models.document import ClientDocument
from tui.models.json import Json, JsonObject

E, W = Severity.ERROR, Severity.WARNING
NOW = datetime.fromisoformat("2026-03-01T12:00:00")
HTTPS = "https://rp.example.org"
SOUND: JsonObject = {
    "inum": "0f8c9b0e",
    "clientName": "Portal",
    "applicationType": "web",
    "redirectUris": [f"{HTTPS}/cb"],
    "grantTypes": ["authorization_code", "refresh_token"],
    "responseTypes": ["code"],
    "tokenEndpointAuthMethod": "client_secret_basic",
    "subjectType": "public",
    "attributes": {"requirePkce": True, "parLifetime": 600, "minimumAcrLevel": -1},
}
Changes = Mapping[str, Json]


def changed(changes: Changes) -> ClientDocument:
    """The sound client with other members; a dotted name changes ``attributes``."""
    raw: JsonObject = {**SOUND}
    attributes: JsonObject = {"requirePkce": True, "parLifetime": 600, "minimumAcrLevel": -1}
    for path, value in changes.items():
        if path.startswith("attributes."):
            attributes[path.removeprefix("attributes.")] = value
        else:
            raw[path] = value
    return ClientDocument({**raw, "attributes": attributes, **_whole(changes)})


def _whole(changes: Changes) -> JsonObject:
    return {"attributes": changes["attributes"]} if "attributes" in changes else {}


@dataclass(frozen=True)
class Bad:
    """Changes to the sound client, and the one finding at ``path`` that they have to cause."""

    path: str
    severity: Severity
    words: str
    changes: Changes
    index: int | None = None
    new: bool = False

    def check(self) -> None:
        found = self._found()
        wanted = (self.severity, self.index, True)
        told = [(f.severity, f.index, self.words in f.message) for f in found]
        assert wanted in told, found

    def _found(self) -> list[Finding]:
        return at(self.path, self.changes, new=self.new)


def everything(changes: Changes, *, new: bool = False) -> list[Finding]:
    """All findings about the changed client."""
    return check_client(changed(changes), new=new, now=NOW)


def at(path: str, changes: Changes, *, new: bool = False) -> list[Finding]:
    """The findings about the changed client at one member."""
    return [finding for finding in everything(changes, new=new) if finding.path == path]
