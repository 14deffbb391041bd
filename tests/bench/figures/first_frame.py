"""How long until something of the program is to be seen."""

from tests.bench.figure import Figure, Pairs
from tests.bench.figures.starting import bare_start, own_start
from tests.bench.workbench import Workbench, by_turns

BREADCRUMB = "Clients"


def measure(bench: Workbench) -> Pairs:
    """Start on a sandbox that an earlier start has made."""
    bench.home(50)
    return Pairs(*by_turns(lambda: bare_start(bench), lambda: own_start(bench, 50, BREADCRUMB)))


FIGURE = Figure("first frame", 1.3, measure)
