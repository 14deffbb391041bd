"""The line above the list: what is searched for, the order, and what part is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from tui.widgets.plain_input import PlainInput
from tui.widgets.text import fit, foreign, line, sides

PAUSE = 0.25
"""Seconds without a key after which what was typed is searched for."""

LONGEST = 200
"""Characters of a search; the server compares each with every client."""


LEAST = 20
"""Cells that the search is left before the order is named beside it."""


class SearchInput(PlainInput):
    """Where the search is typed; displayed only meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Clear the search", id="search.cancel"),
        Binding("down", "submit", "To the list", show=False, id="search.list"),
    ]

    @dataclass
    class Cancelled(Message):
        """Escape was pressed."""

    def action_cancel(self) -> None:
        """Clear the search and go back to the list."""
        self.post_message(self.Cancelled())


class SearchBar(Widget):
    """Draws itself; an ``Input`` covers it while a search is being typed."""

    pattern: reactive[str] = reactive("")
    """What the list is searched for; "" shows all."""

    hint: reactive[str] = reactive("search name, id, description")
    """Stands where the search is not used."""

    order: reactive[str] = reactive("")
    """How the list is sorted, in words."""

    position: reactive[str] = reactive("")
    """What part of the list is seen, or that it is being read."""

    @dataclass
    class Searched(Message):
        """The search changed.

        Attributes:
            pattern: what to look for; "" for everything.
        """

        pattern: str

    @dataclass
    class Left(Message):
        """Typing ended: the list is to have the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._pause: Timer | None = None
        self._input: SearchInput | None = None

    def render(self) -> Content:
        """One line; where there is little room, the order goes first, then the hint."""
        width = self.size.width
        search = (
            foreign(self.pattern, "bold $foreground", LONGEST)
            if self.pattern
            else line((self.hint, "$text-disabled"))
        )
        left = line((" / ", "bold $text-accent" if self.pattern else "$text-disabled"), search)
        words = [self.order, self.position]
        while len(words) > 1 and width - sum(len(word) + 3 for word in words) < LEAST:
            words.pop(0)
        right = line(("   ".join(filter(None, words)) + " ", "$text-muted"))
        return fit(sides(left, right, width), width)

    @property
    def is_open(self) -> bool:
        """Whether a search is being typed."""
        return self._input is not None and self._input.display

    def open(self) -> None:
        """Let a search be typed, starting from the current one; what follows goes there."""
        typed = self._input
        if typed is None:  # It is made for the first search: the first frame does without.
            typed = SearchInput(compact=True, max_length=LONGEST, select_on_focus=False)
            typed.cursor_blink = False
            self._input = typed
            self.mount(typed)
        typed.placeholder = self.hint
        typed.value = self.pattern
        typed.cursor_position = len(typed.value)
        typed.display = True
        self.screen.set_focus(typed)

    def clear(self) -> None:
        """Show everything again."""
        self.search("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._stop()
        if self.is_open:
            self._pause = self.set_timer(PAUSE, lambda: self.search(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._close(event.value)

    @on(SearchInput.Cancelled)
    def _cancelled(self, event: SearchInput.Cancelled) -> None:
        event.stop()
        self._close("")

    def on_descendant_blur(self) -> None:
        """A click elsewhere ends typing; what was typed counts."""
        if self._input is not None and self.screen.is_current and self.app.app_focus:
            self._close(self._input.value)

    def _close(self, pattern: str) -> None:
        if self._input is not None and self._input.display:
            self._input.display = False
            self.search(pattern)
            self.post_message(self.Left())

    def search(self, pattern: str) -> None:
        """Search for ``pattern`` at once."""
        self._stop()
        if pattern.strip() != self.pattern:
            self.pattern = pattern.strip()
            self.post_message(self.Searched(self.pattern))

    def _stop(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None


def before_all_else(bindings: Iterable[BindingType], name: str) -> list[BindingType]:
    """``bindings``, of which the one called ``name`` is looked at before the focused widget.

    For the key that opens a search: what is typed after it, maybe in the same packet, would
    else still reach the list, as commands. Its action must be refused while a search is
    being typed.
    """
    return [
        replace(one, priority=True) if isinstance(one, Binding) and one.id == name else one
        for one in bindings
    ]
