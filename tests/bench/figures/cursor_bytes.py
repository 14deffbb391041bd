"""How much a cursor key in the list sends to the terminal, which is what SSH pays for it."""

from functools import partial

from tests.bench.figure import BYTES, Figure, Pairs
from tests.bench.figures.cursor_key import pressed
from tests.bench.workbench import Workbench

HELD = 0.6
"""A key that is held down costs what changes on two lines. The bare table draws both whole."""

RESTING = 8.0
"""Once the cursor rests, another client's details are drawn: 37 lines of 42 cells are six and a
half times the two lines of 120 cells that a bare key draws."""


def measure(bench: Workbench, *, resting: bool) -> Pairs:
    """Count what comes at once, or all that comes before the next key."""
    bare, own, _ = pressed(bench)
    if resting:
        return Pairs(bare.in_all, own.in_all)
    return Pairs(bare.at_once, own.at_once)


FIGURES = (
    Figure("bytes for a cursor key", HELD, partial(measure, resting=False), BYTES),
    Figure("bytes when the cursor rests", RESTING, partial(measure, resting=True), BYTES),
)
