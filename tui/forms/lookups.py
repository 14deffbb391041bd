"""What the form knows of the server besides the client: names for DNs, and choices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.forms.options import Option
from tui.models.document import Document
from tui.models.json import JsonObject


@dataclass
class Lookups:
    """Entries that clients refer to; ``None`` while they have not been read.

    Attributes:
        metadata: the provider metadata as received (RFC 8414); {} when unknown.
        scopes: all scopes of the server.
        claims: all attributes of the server.
        scripts: all custom scripts of the server.
        failures: what could not be read, a sentence for each.
    """

    metadata: JsonObject = field(default_factory=dict)
    scopes: Sequence[Document] | None = None
    claims: Sequence[Document] | None = None
    scripts: Sequence[Document] | None = None
    failures: dict[str, str] = field(default_factory=dict)

    def choices(self, source: str) -> list[Option] | None:
        """What a picker offers for ``source``; None while it is not known.

        ``source`` is ``scopes``, ``claims``, ``acrs`` or ``scripts:TYPE[,TYPE]``.
        """
        if source == "scopes":
            return _options(self.scopes, "id", ("description", "displayName"), "scopeType")
        if source == "claims":
            return _options(self.claims, "name", ("displayName", "description"), "")
        if source == "acrs":
            listed = self.metadata.get("acr_values_supported")
            values = listed if isinstance(listed, list) else []
            return [Option(value, value) for value in values if isinstance(value, str)]
        types = source.partition(":")[2].split(",")
        if self.scripts is None:
            return None
        fitting = [script for script in self.scripts if script.text("scriptType") in types]
        return _options(fitting, "name", ("description",), "scriptType")

    def find(self, source: str, value: str) -> Option | None:
        """The choice whose value is ``value``; None when the server has none."""
        return next((one for one in self.choices(source) or () if one.value == value), None)


def _options(
    entries: Iterable[Document] | None, label: str, notes: Sequence[str], kind: str
) -> list[Option] | None:
    if entries is None:
        return None
    found = []
    for entry in entries:
        note = next((entry.text(name) for name in notes if entry.text(name)), "")
        suffix = entry.text(kind) if kind else ""
        found.append(
            Option(
                entry.dn, entry.text(label) or entry.dn, " · ".join(filter(None, (suffix, note)))
            )
        )
    return sorted(found, key=lambda option: option.label.casefold())
