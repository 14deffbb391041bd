"""How long after a letter typed into a field of the form the first byte of the answer comes."""

from functools import cache

from tests.bench.bare import input as bare_input
from tests.bench.figure import Figure, Pairs
from tests.bench.figures.edit_form import CLIENTS, LABELS, REST
from tests.bench.keys import Keys
from tests.bench.program import Program
from tests.bench.workbench import Workbench, by_turns

LETTERS = 30
LETTER, LAST = "x", "z"


def type_last(program: Program) -> None:
    """Make sure that the letters went into a field.

    Raises:
        NotSeenError: they did not.
    """
    program.press(LAST.encode())
    program.until(LETTER + LAST)


@cache
def typed(bench: Workbench) -> tuple[Keys, Keys, Pairs]:
    """Type into a new client's name, which is open when its form opens, and into a bare line.

    That is done once in a run: the program asks about the draft that it leaves.

    Returns:
        What the bare program and this one sent, and the seconds that both took.
    """
    name = bench.a_name(CLIENTS)
    with bench.start_bare("input") as bare, bench.start(CLIENTS) as own:
        own.until(name)
        own.settle(REST)
        own.press(b"a")
        bare_keys = Keys(bare, bare_input.TEXT, LETTER.encode())
        own_keys = Keys(own, LABELS[-1], LETTER.encode())
        times = by_turns(bare_keys.press, own_keys.press, rounds=LETTERS)
        type_last(bare)
        type_last(own)
    return bare_keys, own_keys, Pairs(*times)


def measure(bench: Workbench) -> Pairs:
    """Take the times."""
    return typed(bench)[2]


FIGURE = Figure("typing into a field", 1.5, measure)
