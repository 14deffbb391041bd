"""How long until clients are to be seen, of a few and of very many."""

from functools import partial

from tests.bench.figure import Figure, Pairs
from tests.bench.figures.starting import bare_start, own_start
from tests.bench.workbench import Workbench, by_turns

LIMIT = 2.0


def measure(clients: int, bench: Workbench) -> Pairs:
    """Start on a sandbox with ``clients`` clients and wait for the first one's name."""
    name = bench.a_name(clients)
    return Pairs(*by_turns(lambda: bare_start(bench), lambda: own_start(bench, clients, name)))


FIGURES = tuple(
    Figure(f"first clients on screen ({clients:,})", LIMIT, partial(measure, clients))
    for clients in (50, 100_000)
)
