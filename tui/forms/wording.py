"""Values and changes in words, for the review and for what was before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tui.forms.codecs import codec_of
from tui.forms.lookups import Lookups
from tui.forms.spec import Kind
from tui.forms.table import SPECS
from tui.models.changes import Change
from tui.models.json import ABSENT, Absent, Json
from tui.models.secrets import MASK, SECRET_MEMBERS

EMPTY: tuple[Json | Absent, ...] = (ABSENT, None, "", [], {})


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list that was added or removed; ``sign`` is ``+`` or ``-``."""

    sign: str
    text: str


def label_of(path: str) -> str:
    """What the form calls the member at ``path``; the wire name for unknown ones.

    A part of a field, such as a text in one language, is named after the field.
    """
    known = path
    while known and known not in SPECS:
        known = known.rpartition(".")[0]
    if not known:
        return path
    part = path[len(known) :].rpartition(".")[2]
    return f"{SPECS[known].label} {part}".rstrip()


def in_words(path: str, value: Json | Absent, lookups: Lookups) -> str:
    """A value on one line: secrets masked, DNs by name, durations spelled."""
    if any(value is nothing or value == nothing for nothing in EMPTY) and value is not False:
        return "not set"
    if path.rpartition(".")[2] in SECRET_MEMBERS:
        return MASK
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list):
        return ", ".join(_item(path, item, lookups) for item in value)
    assert not isinstance(value, Absent)
    spec = SPECS.get(path)
    return codec_of(spec.kind if spec else Kind.TEXT).show(value)


_PLACE = {path: place for place, path in enumerate(SPECS)}


def in_table_order(changes: Sequence[Change]) -> list[Change]:
    """Changes as the form has their fields, unknown members last."""
    return sorted(changes, key=lambda change: _PLACE.get(".".join(change.path), len(_PLACE)))


def list_items(change: Change, lookups: Lookups) -> list[Item]:
    """What a change of a list took away and put in; [] for other changes and reorderings."""
    before, after = change.before, change.after
    if not isinstance(after, list) or not isinstance(before, list):
        return []
    path = ".".join(change.path)
    gone = [Item("-", _item(path, item, lookups)) for item in before if item not in after]
    new = [Item("+", _item(path, item, lookups)) for item in after if item not in before]
    return gone + new


def _item(path: str, item: Json, lookups: Lookups) -> str:
    if not isinstance(item, str):
        return json.dumps(item, ensure_ascii=False)
    spec = SPECS.get(path)
    found = lookups.find(spec.options, item) if spec and spec.kind is Kind.PICK else None
    return found.label if found else item
