"""Random keys, by a seed alone: what a cat on the keyboard does, and a person in a hurry."""

from __future__ import annotations

import random
from collections.abc import Iterator

SINGLE = (
    *("enter", "escape", "tab", "shift+tab", "up", "down", "left", "right"),
    *("home", "end", "pageup", "pagedown", "backspace", "delete", "space"),
    *("f1", "f2", "f5", "f9", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
    *("a", "c", "d", "e", "f", "g", "G", "h", "H", "i", "j", "k", "l", "n", "o", "s", "t", "u"),
    *("v", "x", "y", "D", "S", "F", "left_square_bracket", "right_square_bracket"),
    *("slash", "colon", "question_mark", "ctrl+p", "ctrl+a", "ctrl+e", "ctrl+w", "ctrl+u"),
    *("plus", "minus", "full_stop", "ctrl+home", "ctrl+end", "f4", "f8"),
)
"""Every key that does something, but those that show a secret on purpose."""

OFTEN = ("down", "enter", "escape", "tab", "up", "f2")

PHRASES: tuple[tuple[str, ...], ...] = (
    ("g", "enter"),
    ("enter", *"abc", "enter"),
    ("enter", "end", *"xyz", "enter", "f2", "f2"),
    ("f2", "f2", "enter"),
    ("f2", "tab", "enter"),
    ("a", "enter", *"new", "enter", "f2", "f2", "enter"),
    ("escape", "escape", "escape"),
    ("escape", "l"),
    ("escape", "d"),
    ("space", "down", "space", "t", "tab", "enter"),
    ("d", "tab", "enter"),
    ("d", "right", "enter", "enter"),
    ("t", "tab", "enter"),
    ("c", "f2", "f2", "enter"),
    ("H", "enter", "u", "f2", "enter"),
    ("u", "f2", "f2"),
    ("slash", *"desc", "enter", "enter", *"why", "enter"),
    ("slash", *"client", "enter", "down", "enter"),
    ("v", "escape"),
    ("y", "down", "enter"),
    ("D", "enter"),
    ("S", "a", *"org", "f2", "escape", "q"),
    ("x", *"out.json", "enter"),
    ("colon", *"disable", "enter"),
    ("2", "down", "down", "space", "space"),
    ("3", "a", *"https://a.example/cb", "enter", "escape"),
    ("5", "down", "enter", "down", "enter"),
)
"""What people mean to do; a cat may walk over any of it."""

LEAVING = "q"
"""Leaves the program from its list, which then is started again."""

RESIZE = "resize"
"""Stands for a terminal that gets another size."""


def keys(seed: int, count: int) -> Iterator[str]:
    """``count`` keys, the same for the same seed."""
    rng = random.Random(seed)
    made = 0
    while made < count:
        chance = rng.random()
        if chance < 0.45:
            phrase = rng.choice(PHRASES)
            some: tuple[str, ...] = phrase[: rng.randint(1, len(phrase))]
            if rng.random() < 0.7:
                some = phrase
        elif chance < 0.65:
            some = (rng.choice(OFTEN),)
        elif chance < 0.99:
            some = (rng.choice(SINGLE),)
        else:
            some = (rng.choice((LEAVING, RESIZE)),)
        for key in some[: count - made]:
            made += 1
            yield key
