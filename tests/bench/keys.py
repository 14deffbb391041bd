"""One key again and again, and how long after it the first byte of the answer comes."""

from tests.bench.program import Program

REST = 1.0
"""Seconds without output after which a program is taken to be at rest."""

PAUSE = 0.25
"""The same after a key. The details of a client follow when the cursor has rested for less."""

AT_ONCE = 0.03
"""Seconds without output after which what was sent counts as the answer to the key."""


class Keys:
    """Presses ``key`` in a program that shows ``text``, once that is at rest.

    Attributes:
        at_once: the bytes that the program sent in answer to each key.
        in_all: the same with all that came before the next key.
    """

    def __init__(self, program: Program, text: str, key: bytes) -> None:
        self.at_once: list[int] = []
        self.in_all: list[int] = []
        self._program = program
        self._key = key
        program.until(text)
        program.settle(REST)

    def press(self) -> float:
        """Return the seconds from the key to the first byte of the answer."""
        pressed = self._program.press(self._key)
        seconds = self._program.answer() - pressed
        self.at_once.append(self._program.settle(AT_ONCE))
        self.in_all.append(self._program.settle(PAUSE))
        return seconds
