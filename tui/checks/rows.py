"""What may be wrong with a list whatever it holds."""

from collections.abc import Iterator, Sequence

from tui.checks.finding import Finding, Severity
from tui.checks.text import shown


def duplicates(path: str, values: Sequence[str]) -> Iterator[Finding]:
    """A warning at each row that repeats an earlier one."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            message = f"{shown(value)} is listed twice: remove one."
            yield Finding(path, Severity.WARNING, message, index)
        seen.add(value)
