"""How findings quote what they are about."""

from collections.abc import Iterable

from tui.models.plain import plain

QUOTE_LENGTH = 60
LIST_LENGTH = 6


def shown(value: object) -> str:
    """``value`` in quotes, safe to show and at most 60 characters long."""
    return f'"{plain(value, QUOTE_LENGTH)}"'


def listed(values: Iterable[str]) -> str:
    """``"a", "b" and 3 more``."""
    items = list(values)
    words = ", ".join(shown(item) for item in items[:LIST_LENGTH])
    return words if len(items) <= LIST_LENGTH else f"{words} and {len(items) - LIST_LENGTH} more"
