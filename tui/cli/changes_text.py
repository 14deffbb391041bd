"""Changes as text and as JSON, without secrets."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence

from tui.cli.output import say
from tui.cli.render import chosen_format, colours, show_json
from tui.models.changes import Change
from tui.models.json import Absent, Json, JsonObject
from tui.models.plain import plain
from tui.models.secrets import MASK, SECRET_MEMBERS, mask


def changes_json(changes: Sequence[Change]) -> list[Json]:
    """Each change with ``path``, and ``before`` and ``after`` where there is one."""
    found: list[Json] = []
    for change in changes:
        entry: JsonObject = {"path": ".".join(change.path)}
        for side in ("before", "after"):
            value = getattr(change, side)
            if not isinstance(value, Absent):
                entry[side] = _shown(change, value)
        found.append(entry)
    return found


def show_changes(args: Namespace, subject: str, changes: Sequence[Change]) -> None:
    """Print the changes of one entry: as JSON or YAML with ``inum``, else as lines."""
    form = chosen_format(args)
    if form in ("json", "yaml"):
        show_json(args, {"inum": subject, "changes": changes_json(changes)}, form)
        return
    say("\n".join(change_lines(subject, changes, in_colour=colours(args))))


def change_lines(subject: str, changes: Sequence[Change], *, in_colour: bool) -> list[str]:
    """Lines for a person: ``- path: before`` and ``+ path: after``."""
    from tui.cli.colours import GREEN, RED, painted

    lines = [f"{plain(subject)}:"] if changes else [f"{plain(subject)}: no difference"]
    for change in changes:
        path = plain(".".join(change.path))
        for sign, value, colour in (("-", change.before, RED), ("+", change.after, GREEN)):
            if not isinstance(value, Absent):
                text = f"{sign} {path}: {plain(_text(_shown(change, value)), 2000)}"
                lines.append(painted(text, colour) if in_colour else text)
    return lines


def _shown(change: Change, value: Json) -> Json:
    if SECRET_MEMBERS.intersection(change.path):
        return MASK
    return mask({"": value})[""]


def _text(value: Json) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return "(nested too deeply)"
