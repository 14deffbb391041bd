"""How much memory a long list takes that somebody scrolls through."""

from tests.bench.figure import MEGABYTES, Figure, Pairs
from tests.bench.figures.edit_form import REST
from tests.bench.workbench import Workbench, by_turns

FEW, MANY = 50, 100_000

SCREENS = 200
"""So many are looked at, one after another, and then the end of the list."""

PAUSE = 0.05
"""Seconds without output after which the clients of a screen are taken to be there."""

PAGE_DOWN, END = b"\x1b[6~", b"\x1b[F"

ROUNDS = 1


def scrolled(bench: Workbench, clients: int) -> float:
    """Return the most bytes of memory that the program has while the list is scrolled through."""
    with bench.start(clients) as program:
        program.until(bench.a_name(clients))
        program.settle(REST)
        for _ in range(SCREENS):
            program.press(PAGE_DOWN)
            program.settle(PAUSE)
        program.press(END)
        if clients > FEW:
            program.until(f" of {clients // 1000},")  # Not said before the clients are there.
        program.settle(REST)
    return program.most_memory


def measure(bench: Workbench) -> Pairs:
    """Scroll through very many, by turns with few, which costs what the program itself takes."""
    return Pairs(
        *by_turns(lambda: scrolled(bench, FEW), lambda: scrolled(bench, MANY), rounds=ROUNDS)
    )


LIMIT = 1.6
"""A list keeps 2,000 clients around what is seen, whatever its length, which is 10 MB; as much are
the pages that the sandbox's database keeps, which is in the same process. The rest is air."""

FIGURE = Figure(f"memory, {MANY:,} clients to {FEW}", LIMIT, measure, MEGABYTES)
