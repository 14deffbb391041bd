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
        by_name: whether clients refer to scopes and claims by their names, as registration
            has it; others than those that are listed may be named, too.
    """

    metadata: JsonObject = field(default_factory=dict)
    scopes: Sequence[Document] | None = None
    claims: Sequence[Document] | None = None
    scripts: Sequence[Document] | None = None
    failures: dict[str, str] = field(default_factory=dict)
    by_name: bool = False
    _known: dict[str, _Known] = field(default_factory=dict, repr=False, compare=False)

    def choices(self, source: str) -> list[Option] | None:
        """What a picker offers for ``source``; None while it is not known.

        ``source`` is ``scopes``, ``claims``, ``acrs`` or ``scripts:TYPE[,TYPE]``.
        """
        known = self._look_up(source)
        return known.options if known else None

    def find(self, source: str, value: str) -> Option | None:
        """The choice that ``value`` means; None when the server has none.

        It may be the choice's DN, or its label: what was never saved may name it so. A
        script of another type than ``source`` asks for is found, but not as an offered one.
        """
        known = self._look_up(source)
        if known is None:
            return None
        return known.by_value.get(value) or known.by_label.get(value) or self._stray(source, value)

    def _stray(self, source: str, value: str) -> Option | None:
        if not source.startswith("scripts:") or self.scripts is None:
            return None
        script = next((one for one in self.scripts if one.dn == value), None)
        if script is None:
            return None
        note = f"a script of another type: {script.text('scriptType') or 'unknown'}"
        return Option(value, script.text("name") or value, note, offered=False)

    def _look_up(self, source: str) -> _Known | None:
        entries = self._entries(source)
        if entries is None:
            return None
        known = self._known.get(source)
        if known is None or known.entries is not entries:
            known = self._known[source] = _known(source, entries)
        return known

    def _entries(self, source: str) -> Sequence[object] | None:
        if source == "acrs":
            listed = self.metadata.get("acr_values_supported")
            return listed if isinstance(listed, list) else None
        if source.startswith("scripts:"):
            return self.scripts
        return self.scopes if source == "scopes" else self.claims


@dataclass(frozen=True, slots=True)
class _Known:
    """The choices of one source, made once from ``entries``."""

    entries: Sequence[object]
    options: list[Option]
    by_value: dict[str, Option]
    by_label: dict[str, Option]


def _known(source: str, entries: Sequence[object]) -> _Known:
    if source == "acrs":
        found = [Option(item, item) for item in entries if isinstance(item, str)]
    else:
        found = _options(source, [one for one in entries if isinstance(one, Document)])
    by_label = {option.label: option for option in reversed(found)}
    return _Known(entries, found, {option.value: option for option in found}, by_label)


def _options(source: str, entries: Iterable[Document]) -> list[Option]:
    label, notes, kind = _MEMBERS[source.partition(":")[0]]
    types = source.partition(":")[2]
    found = []
    for entry in entries:
        if types and entry.text("scriptType") not in types.split(","):
            continue
        note = next((entry.text(name) for name in notes if entry.text(name)), "")
        words = " · ".join(filter(None, (entry.text(kind), note)))
        found.append(Option(entry.dn, entry.text(label) or entry.dn, words))
    return sorted(found, key=lambda option: option.label.casefold())


_MEMBERS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "scopes": ("id", ("description", "displayName"), "scopeType"),
    "claims": ("name", ("displayName", "description"), ""),
    "scripts": ("name", ("description",), "scriptType"),
}
"""By kind of entry: the member that names it, those that explain it, and that of its type."""
