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

PAUSE = 0.15
"""The same after a key: longer than the details of a client wait for the cursor to rest."""


class Keys:
    """Presses the key in a program that shows ``text``, once that is at rest.

    Attributes:
        sent: the bytes that the program sent after each key, later ones included.
    """

    def __init__(self, program: Program, text: str) -> None:
        self.sent: list[int] = []
        self._program = program
        program.until(text)
        program.settle(REST)

    def press(self) -> float:
        """Return the seconds from the key to the first byte of the answer."""
        pressed = self._program.press(DOWN)
        seconds = self._program.answer() - pressed
        self.sent.append(self._program.settle(PAUSE))
        return seconds


def measure(bench: Workbench) -> Times:
    """Move the cursor down, by turns here and in the bare program's table."""
    name = bench.a_name(CLIENTS)
    with bench.start_bare("table") as bare, bench.start(CLIENTS) as own:
        bare_keys, own_keys = Keys(bare, table.FIRST), Keys(own, name)
        times = by_turns(bare_keys.press, own_keys.press, rounds=KEYS)
    sent = f"{median(bare_keys.sent):.0f} bare, {median(own_keys.sent):.0f} here"
    return Times(*times, note=f"bytes sent a key: {sent}")


FIGURE = Figure("cursor key in the list", 1.5, measure)
