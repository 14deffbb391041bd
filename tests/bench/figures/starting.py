"""From the start of a program to a text on its screen."""

from tests.bench.bare import label
from tests.bench.workbench import Workbench


def bare_start(bench: Workbench) -> float:
    """Return the seconds until the bare program shows its label."""
    with bench.start_bare("label") as program:
        return program.until(label.TEXT) - program.started


def own_start(bench: Workbench, clients: int, text: str) -> float:
    """Return the seconds until the program, on ``clients`` clients, shows ``text``."""
    with bench.start(clients) as program:
        return program.until(text) - program.started
