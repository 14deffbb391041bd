"""How long ``jans-tui --version`` takes, which scripts ask often."""

import sys

from tests.bench.figure import Figure, Pairs
from tests.bench.served import JANS_TUI, seconds_of
from tests.bench.workbench import Workbench, by_turns


def measure(bench: Workbench) -> Pairs:
    """Ask for the version, by turns with a Python that does nothing."""
    env = bench.environment(bench.folder)
    return Pairs(
        *by_turns(
            lambda: seconds_of([sys.executable, "-c", "pass"], env),
            lambda: seconds_of([JANS_TUI, "--version"], env),
            rounds=31,
        )
    )


FIGURE = Figure("--version", 2.0, measure)
