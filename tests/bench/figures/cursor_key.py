"""How long after a key the first byte of the answer comes."""

from statistics import median

from tests.bench.bare import table
from tests.bench.figure import Figure, Times
from tests.bench.program import Program
from tests.bench.workbench import Workbench, by_turns

CLIENTS = 100_000
KEYS = 30
DOWN = b"\x1b[B"

REST = 1.0
"""Seconds without output after which a program is taken to be at rest."""

PAUSE = 0.25
"""The same after a key. The details of a client follow when the cursor has rested for less."""

AT_ONCE = 0.03
"""Seconds without output after which what was sent counts as the answer to the key."""


class Keys:
    """Presses the key in a program that shows ``text``, once that is at rest.

    Attributes:
        at_once: the bytes that the program sent in answer to each key.
        in_all: the same with all that came before the next key.
    """

    def __init__(self, program: Program, text: str) -> None:
        self.at_once: list[int] = []
        self.in_all: list[int] = []
        self._program = program
        program.until(text)
        program.settle(REST)

    def press(self) -> float:
        """Return the seconds from the key to the first byte of the answer."""
        pressed = self._program.press(DOWN)
        seconds = self._program.answer() - pressed
        self.at_once.append(self._program.settle(AT_ONCE))
        self.in_all.append(self._program.settle(PAUSE))
        return seconds

    @property
    def sent(self) -> str:
        """Medians of the bytes."""
        return f"{median(self.at_once):.0f} bytes a key, {median(self.in_all):.0f} in all"


def measure(bench: Workbench) -> Times:
    """Move the cursor down, by turns here and in the bare program's table."""
    name = bench.a_name(CLIENTS)
    with bench.start_bare("table") as bare, bench.start(CLIENTS) as own:
        bare_keys, own_keys = Keys(bare, table.FIRST), Keys(own, name)
        times = by_turns(bare_keys.press, own_keys.press, rounds=KEYS)
    return Times(*times, note=f"bare: {bare_keys.sent}; jans-tui: {own_keys.sent}")


FIGURE = Figure("cursor key in the list", 1.5, measure)
