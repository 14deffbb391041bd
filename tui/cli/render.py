"""Results as text: JSON, YAML, CSV or a table."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from tui.cli.output import say
from tui.cli.terminal import is_terminal
from tui.models.json import Json, JsonObject


def chosen_format(args: Namespace) -> str:
    """What ``--output`` says, or what fits where standard output goes."""
    return args.output or ("table" if is_terminal(sys.stdout) else "json")


def show_rows(args: Namespace, rows: Sequence[JsonObject], columns: Sequence[str]) -> None:
    """Print entries.

    Args:
        args: with ``output``, ``columns`` and ``no_color``.
        rows: the entries.
        columns: dotted paths of the members that a table and CSV have by default.
    """
    form = chosen_format(args)
    picked = [name.strip() for name in args.columns.split(",")] if args.columns else None
    if form in ("json", "yaml"):
        show_json(args, [_picked(row, picked) if picked else row for row in rows], form)
        return
    from tui.cli.columns import csv_text, table_text

    names = picked or list(columns)
    text = csv_text(rows, names) if form == "csv" else table_text(rows, names)
    if text:
        say(text)


def show_entry(args: Namespace, entry: JsonObject) -> None:
    """Print one entry; in a table and CSV as its members, one a line."""
    form = chosen_format(args)
    picked = [name.strip() for name in args.columns.split(",")] if args.columns else None
    whole = _picked(entry, picked) if picked else entry
    if form in ("json", "yaml"):
        show_json(args, whole, form)
        return
    from tui.cli.columns import csv_text, members_of, table_text

    rows = members_of(whole)
    text = csv_text if form == "csv" else table_text
    say(text(rows, ["member", "value"]))


def show_json(args: Namespace, value: Json, form: str = "json") -> None:
    """Print JSON, with colours on a terminal that may have them, or YAML."""
    from tui.models.json_lines import json_lines

    if form == "yaml":
        from tui.cli.yaml_text import yaml_text

        say(yaml_text(value))
    elif colours(args):
        from tui.cli.colours import coloured

        say("\n".join(coloured(line) for line in json_lines(value)))
    else:
        say("\n".join(line.text for line in json_lines(value)))


def colours(args: Namespace) -> bool:
    """Whether standard output takes colours; https://no-color.org is followed."""
    return (
        is_terminal(sys.stdout)
        and not args.no_color
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def _picked(row: JsonObject, names: Sequence[str]) -> JsonObject:
    from tui.models.document import member
    from tui.models.json import Absent

    found: JsonObject = {}
    for name in names:
        value = member(row, name)
        if not isinstance(value, Absent):
            found[name] = value
    return found
