"""JSON values as YAML 1.2 in block style."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tui.models.json import Json

_PLAIN = re.compile(r"[A-Za-z_/][\w/.=@+-]*(?: [\w/.=@+-]+)*", re.ASCII)
"""Texts that need no quotes: none of them starts with or holds a sign that means something."""

_WORDS = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"])

DEEPEST = 60
"""Levels in block style; what is below stands as JSON, which is YAML too."""


def yaml_text(value: Json) -> str:
    """``value`` as a YAML document, without the line feed at its end."""
    return "\n".join(_lines(value, 0))


def _lines(value: Json, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(value, dict) and value and depth < DEEPEST:
        for name, item in value.items():
            yield from _member(f"{indent}{_text(name)}:", item, depth)
    elif isinstance(value, list) and value and depth < DEEPEST:
        for item in value:
            if isinstance(item, dict | list) and item:
                below = list(_lines(item, depth + 1))
                yield f"{indent}- {below[0].lstrip()}"
                yield from below[1:]
            else:
                yield f"{indent}- {_scalar(item)}"
    else:
        yield f"{indent}{_scalar(value)}"


def _member(start: str, item: Json, depth: int) -> Iterator[str]:
    if isinstance(item, dict | list) and item and depth + 1 < DEEPEST:
        yield start
        yield from _lines(item, depth + 1)
    else:
        yield f"{start} {_scalar(item)}"


def _scalar(value: Json) -> str:
    if isinstance(value, str):
        return _text(value)
    # What is nested too deeply for one line is not what anybody reads: say so.
    try:
        return json.dumps(value)
    except RecursionError:
        return '"(nested too deeply)"'


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if quoted.isprintable() else json.dumps(text)
