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


LONGEST_KEY = 1_000
"""Characters; a key that is longer than 1,024 has to be marked as one (YAML 1.2.2, 7.4.2)."""


def yaml_text(value: Json) -> str:
    """``value`` as a YAML document, without the line feed at its end."""
    return "\n".join(_lines(value, 0))


def _lines(value: Json, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(value, dict) and value and depth < DEEPEST:
        for name, item in value.items():
            key = _text(name)
            if len(key) > LONGEST_KEY:
                yield f"{indent}? {key}"
                yield from _member(f"{indent}:", item, depth)
            else:
                yield from _member(f"{indent}{key}:", item, depth)
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
    if isinstance(value, float):
        # YAML 1.1, which many still read, takes 1e-7 for a text.
        mantissa, sign, exponent = json.dumps(value).partition("e")
        return mantissa + (".0" if sign and "." not in mantissa else "") + sign + exponent
    # What is nested too deeply for one line is not what anybody reads: say so.
    try:
        return _escaped(json.dumps(value, ensure_ascii=False))
    except RecursionError:
        return '"(nested too deeply)"'


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _escaped(json.dumps(text, ensure_ascii=False))


def _escaped(quoted: str) -> str:
    """JSON whose unprintable characters, which stand in its texts only, are escaped.

    JSON would write those beyond U+FFFF as two halves, which in YAML stay apart.
    """
    if quoted.isprintable():
        return quoted
    return "".join(
        char
        if char.isprintable()
        else f"\\u{ord(char):04x}"
        if ord(char) < 0x10000
        else f"\\U{ord(char):08x}"
        for char in quoted
    )
