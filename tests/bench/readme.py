"""The outcomes as a table in the README, between two lines that mark its place."""

import os
import platform
import re
from collections.abc import Sequence
from pathlib import Path

from tests.bench.figure import Outcome
from tests.bench.report import middle

BEGIN, END = "<!-- written by make bench -->", "<!-- up to here -->"

CPU_FACTS = Path("/proc/cpuinfo")


def with_table(text: str, outcomes: Sequence[Outcome], machine: str) -> str:
    """Return the README's ``text`` with these outcomes in the place of older ones.

    Raises:
        ValueError: it has no place for them, or one of them could not be measured.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("The README has no place for the table.")
    rows = [_row(outcome) for outcome in outcomes]
    table = ["| | bare | jans-tui | ratio | at most |", "|---|--:|--:|--:|--:|", *rows]
    return "\n".join([f"{before}{BEGIN}", f"On {machine}:", "", *table, f"{END}{after}"])


def this_machine(facts: Path = CPU_FACTS) -> str:
    """Return the processor, how many cores there are, and Python's version."""
    named = None
    if facts.is_file():
        named = re.search(r"^model name\s*:\s*(.+)$", facts.read_text(), re.MULTILINE)
    processor = named[1].strip() if named else platform.machine()
    return f"{processor}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _row(outcome: Outcome) -> str:
    figure, pairs = outcome.figure, outcome.pairs
    if pairs is None:
        raise ValueError(f"{figure.name} could not be measured.")
    bare, own = (middle(values, figure.unit) for values in (pairs.bare, pairs.own))
    return f"| {figure.name} | {bare} | {own} | {pairs.ratio:.2f} | {figure.limit:.2f} |"
