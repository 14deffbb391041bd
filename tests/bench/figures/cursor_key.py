"""How long after a key the first byte of the answer comes."""

from statistics import median

from tests.bench.bare import table
from tests.bench.figure import Figure, Times
from tests.bench.program import Program
from tests.bench.workbench import Workbench

CLIENTS = 100_000
KEYS = 30
ROUNDS = 3
DOWN = b"\x1b[B"

REST = 1.0
"""Seconds without output after which a program is taken to be at rest."""

PAUSE = 0.05
"""The same after a key."""


def press_keys(program: Program, text: str) -> list[tuple[float, int]]:
    """Wait for ``text``, then press the key again and again.

    Returns:
        Seconds to the first byte, and bytes in all, of each.
    """
    program.until(text)
    program.settle(REST)
    answers = []
    for _ in range(KEYS):
        pressed = program.press(DOWN)
        answers.append((program.answer() - pressed, program.settle(PAUSE)))
    return answers


def measure(bench: Workbench) -> Times:
    """Move the cursor down, by turns here and in the bare program's table."""
    name = bench.first_client(CLIENTS)
    bare: list[tuple[float, int]] = []
    own: list[tuple[float, int]] = []
    for _ in range(ROUNDS):
        with bench.start_bare("table") as program:
            bare += press_keys(program, table.FIRST)
        with bench.start(CLIENTS) as program:
            own += press_keys(program, name)
    sent = [f"{median(size for _, size in answers):.0f}" for answers in (bare, own)]
    return Times(
        [seconds for seconds, _ in bare],
        [seconds for seconds, _ in own],
        f"bytes sent a key: {sent[0]} bare, {sent[1]} here",
    )


FIGURE = Figure("cursor key in the list", 1.5, measure)
