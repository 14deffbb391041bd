"""Colours of a terminal (ECMA-48 SGR), from the eight that every one has."""

from tui.models.json_lines import JsonLine

_KEY = "\x1b[34m"
_OF_KIND = {"string": "\x1b[32m", "number": "\x1b[36m", "word": "\x1b[35m"}
_END = "\x1b[0m"

RED = "\x1b[31m"
GREEN = "\x1b[32m"


def coloured(line: JsonLine) -> str:
    """One line of JSON with its colours."""
    key = f"{_KEY}{line.key}{_END}" if line.key else ""
    paint = _OF_KIND.get(line.kind)
    value = f"{paint}{line.value}{_END}" if paint else line.value
    return f"{' ' * line.indent}{key}{value}{line.comma}"


def painted(text: str, colour: str) -> str:
    """``text`` in ``colour``."""
    return f"{colour}{text}{_END}"
