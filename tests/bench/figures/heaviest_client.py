"""As ``edit_form``, of a client that has very much of everything."""

from tests.bench.figure import Figure, Pairs
from tests.bench.figures.edit_form import open_first_form
from tests.bench.figures.starting import bare_start
from tests.bench.heavy_client import FIRST_WORDS
from tests.bench.workbench import Workbench, by_turns


def measure(bench: Workbench) -> Pairs:
    """Open the form of the client that is first in the list."""
    bench.heavy_home()
    return Pairs(
        *by_turns(
            lambda: bare_start(bench), lambda: open_first_form(bench.start_heavy(), FIRST_WORDS)
        )
    )


FIGURE = Figure("opening the heaviest client", 0.8, measure)
