"""How long after enter the form of a client is to be seen, as a share of a bare start."""

from tests.bench.figure import Figure, Pairs
from tests.bench.figures.starting import bare_start
from tests.bench.program import Program
from tests.bench.workbench import Workbench, by_turns
from tui.forms.table.basics import FIELDS

CLIENTS = 50

LABELS = [field.label for field in FIELDS[:4]]

REST = 0.5
"""Seconds without output after which the list is taken to be at rest."""


def open_first_form(started: Program, name: str) -> float:
    """Return the seconds that the first form of a run takes, opened when the list is at rest.

    Args:
        name: what the first client in the list is called.
    """
    with started as program:
        program.until(name)
        program.settle(REST)
        pressed = program.press(b"\r")
        return program.until(*LABELS) - pressed


def measure(bench: Workbench) -> Pairs:
    """Open the first client's form."""
    name = bench.a_name(CLIENTS)
    return Pairs(
        *by_turns(lambda: bare_start(bench), lambda: open_first_form(bench.start(CLIENTS), name))
    )


FIGURE = Figure("opening the edit form", 0.6, measure)
