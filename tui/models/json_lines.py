"""JSON as indented lines, whose pieces know what they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import NamedTuple, TypeAlias

from tui.models.json import Json

STEP = 2
"""Cells that one level is indented by."""

DEEPEST = 60
"""Levels that are indented; those below stand under the last of them."""

_Work: TypeAlias = "tuple[int, str | None, Json | _End, bool]"


class _End:
    """The line that closes an object or a list."""

    def __init__(self, sign: str) -> None:
        self.sign = sign


class JsonLine(NamedTuple):
    """One line of a document.

    Attributes:
        indent: cells before it.
        key: the member's name as JSON, with its colon and a space; "" in a list.
        value: a scalar as JSON, or a bracket.
        kind: ``string``, ``number``, ``word`` (true, false, null) or ``sign``.
        comma: "," when another member or item follows.
    """

    indent: int
    key: str
    value: str
    kind: str
    comma: str

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{' ' * self.indent}{self.key}{self.value}{self.comma}"


def json_lines(value: Json) -> list[JsonLine]:
    r"""The lines of ``value``; joined by line feeds they are JSON again.

    Characters that could steer a terminal or cannot be seen are written as ``\u`` escapes,
    which say the same in JSON. Nothing here recurses, however deep the value.
    """
    return list(_lines(value))


def _lines(value: Json) -> Iterator[JsonLine]:
    waiting: list[_Work] = [(0, None, value, False)]
    while waiting:
        depth, name, item, more = waiting.pop()
        indent = min(depth, DEEPEST) * STEP
        key = "" if name is None else f"{_quoted(name)}: "
        comma = "," if more else ""
        if isinstance(item, _End):
            yield JsonLine(indent, "", item.sign, "sign", comma)
        elif isinstance(item, dict | list) and item:
            signs = "{}" if isinstance(item, dict) else "[]"
            yield JsonLine(indent, key, signs[0], "sign", "")
            waiting.append((depth, None, _End(signs[1]), more))
            members: list[tuple[str | None, Json]] = (
                list(item.items()) if isinstance(item, dict) else [(None, one) for one in item]
            )
            name, child = members.pop()
            waiting.append((depth + 1, name, child, False))
            waiting.extend((depth + 1, name, child, True) for name, child in reversed(members))
        else:
            yield JsonLine(indent, key, *_scalar(item), comma)


def _scalar(value: Json) -> tuple[str, str]:
    if isinstance(value, str):
        return _quoted(value), "string"
    if value is None or isinstance(value, bool):
        return json.dumps(value), "word"
    if isinstance(value, dict | list):
        return ("{}" if isinstance(value, dict) else "[]"), "sign"
    return json.dumps(value), "number"


def _quoted(text: str) -> str:
    quoted = encode_basestring(text)
    if quoted.isprintable():
        return quoted
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in quoted)
