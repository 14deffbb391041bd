"""How long after a cursor key in the list the first byte of the answer comes."""

from tests.bench.bare import table
from tests.bench.figure import Figure, Times
from tests.bench.keys import Keys
from tests.bench.workbench import Workbench, by_turns

CLIENTS = 100_000
KEYS = 30
DOWN = b"\x1b[B"


def measure(bench: Workbench) -> Times:
    """Move the cursor down, by turns here and in the bare program's table."""
    name = bench.a_name(CLIENTS)
    with bench.start_bare("table") as bare, bench.start(CLIENTS) as own:
        bare_keys, own_keys = Keys(bare, table.FIRST, DOWN), Keys(own, name, DOWN)
        times = by_turns(bare_keys.press, own_keys.press, rounds=KEYS)
    return Times(*times, note=f"bare: {bare_keys.sent}; jans-tui: {own_keys.sent}")


FIGURE = Figure("cursor key in the list", 1.5, measure)
