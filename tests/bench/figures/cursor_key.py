"""How long after a cursor key in the list the first byte of the answer comes."""

from functools import cache

from tests.bench.bare import table
from tests.bench.figure import Figure, Pairs
from tests.bench.keys import Keys
from tests.bench.workbench import Workbench, by_turns

CLIENTS = 100_000
KEYS = 30
DOWN = b"\x1b[B"


@cache
def pressed(bench: Workbench) -> tuple[Keys, Keys, Pairs]:
    """Move the cursor down, by turns here and in the bare program's table.

    Returns:
        What the bare program and this one sent, and the seconds that both took.
    """
    name = bench.a_name(CLIENTS)
    with bench.start_bare("table") as bare, bench.start(CLIENTS) as own:
        bare_keys, own_keys = Keys(bare, table.FIRST, DOWN), Keys(own, name, DOWN)
        times = by_turns(bare_keys.press, own_keys.press, rounds=KEYS)
    return bare_keys, own_keys, Pairs(*times)


def measure(bench: Workbench) -> Pairs:
    """Take the times."""
    return pressed(bench)[2]


FIGURE = Figure("cursor key in the list", 1.5, measure)
