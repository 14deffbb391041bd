"""The form's tabs on one line, each with its key and what happened in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.forms.spec import Tab
from tui.widgets.text import line

KEYS = "1234567890-="
TABS = tuple(Tab)


@dataclass(frozen=True, slots=True)
class TabCounts:
    """How many settings of a tab are changed, and how many are wrong."""

    changed: int = 0
    wrong: int = 0


class TabStrip(Widget):
    """Draws the tabs; where they don't all fit, those around the current one."""

    current: reactive[Tab] = reactive(Tab.BASICS)
    """The tab that is shown."""

    tabs: reactive[tuple[Tab, ...]] = reactive(TABS)
    """The tabs that there are; each keeps its key."""

    counts: reactive[dict[Tab, TabCounts]] = reactive(dict)
    """What is changed and wrong, by tab."""

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        tab: Tab

    def __init__(self) -> None:
        super().__init__()
        self._spans: list[tuple[int, int, Tab]] = []

    def _cell(self, tab: Tab) -> Content:
        here = tab is self.current
        counts = self.counts.get(tab, TabCounts())
        name = "bold $text-accent underline" if here else "$text-muted"
        parts: list[Content | tuple[str, str]] = [
            (KEYS[TABS.index(tab)], "bold $text-accent" if here else "$text-disabled"),
            (" ", ""),
            (tab.value, name),
        ]
        if counts.changed:
            parts.append((f"·{counts.changed}", "$text-warning"))
        if counts.wrong:
            parts.append((f" ✗{counts.wrong}", "$text-error"))
        return line(*parts)

    def render(self) -> Content:
        """One line."""
        tabs = self.tabs
        cells = [self._cell(tab) for tab in tabs]
        first, last = self._window([cell.cell_length + 2 for cell in cells], self.size.width - 4)
        shown = line(("‹ " if first else "  ", self._tone(tabs[:first])))
        self._spans = []
        for place in range(first, last):
            start = shown.cell_length
            shown = line(shown, cells[place])
            self._spans.append((start, shown.cell_length, tabs[place]))
            shown = line(shown, "  ")
        return line(shown, ("›" if last < len(cells) else " ", self._tone(tabs[last:])))

    def _tone(self, hidden: Sequence[Tab]) -> str:
        """The colour of the arrow to tabs that don't fit: of the worst that is in them."""
        counts = [self.counts.get(tab, TabCounts()) for tab in hidden]
        if any(count.wrong for count in counts):
            return "bold $text-error"
        changed = any(count.changed for count in counts)
        return "bold $text-warning" if changed else "$text-disabled"

    def _window(self, widths: list[int], room: int) -> tuple[int, int]:
        """The widest run of tabs that holds the current one and fits ``room`` cells."""
        if sum(widths) <= room:
            return 0, len(widths)
        here = self.tabs.index(self.current)
        first, last, used = here, here + 1, widths[here]
        while True:
            if (
                first
                and used + widths[first - 1] <= room
                and (here - first < 3 or last == len(self.tabs))
            ):
                first -= 1
                used += widths[first]
            elif last < len(widths) and used + widths[last] <= room:
                used += widths[last]
                last += 1
            elif first and used + widths[first - 1] <= room:
                first -= 1
                used += widths[first]
            else:
                return first, last

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        for start, end, tab in self._spans:
            if start <= event.x < end:
                self.post_message(self.Chosen(tab))
