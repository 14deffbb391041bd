"""How much a letter typed into a field of the form sends to the terminal."""

from tests.bench.figure import BYTES, Figure, Pairs
from tests.bench.figures.typing import typed
from tests.bench.workbench import Workbench


def measure(bench: Workbench) -> Pairs:
    """Count all that comes before the next letter."""
    bare, own, _ = typed(bench)
    return Pairs(bare.in_all, own.in_all)


LIMIT = 0.6
"""The bare input draws a frame of three lines around what is typed; a field of the form is one."""

FIGURE = Figure("bytes for a letter typed", LIMIT, measure, BYTES)
