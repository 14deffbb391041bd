"""Lines to choose one from, each with its key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from tui.widgets.lines import Lines
from tui.widgets.text import fit, foreign, line


class MenuItem(NamedTuple):
    """One line of a menu.

    Attributes:
        key: the character that chooses it; "" for none.
        label: what it is or does; may be foreign.
        note: what there is to know about it; may be foreign.
        style: of the label, such as ``$text-error`` for what destroys something.
    """

    key: str
    label: str
    note: str = ""
    style: str = ""


class Menu(Lines):
    """The items, as one widget; others move its cursor."""

    DEFAULT_CSS = """
    Menu { height: auto; }
    """

    @dataclass
    class Clicked(Message):
        """The item at ``place`` was clicked."""

        place: int

    def __init__(self, items: Sequence[MenuItem], classes: str = "") -> None:
        super().__init__(classes=classes)
        self.items = items
        self.cursor = 0

    def show(self, items: Sequence[MenuItem]) -> None:
        """Show other items; the cursor stays as near as it can."""
        self.items = items
        self.refresh(layout=True)
        self.go_to(self.cursor)

    def go_to(self, place: int) -> None:
        """Put the cursor on an item, as near as there is one, and scroll there."""
        self.cursor = max(min(place, len(self.items) - 1), 0)
        self.refresh()
        if isinstance(self.parent, Widget):
            here = Region(0, self.virtual_region.y + self.cursor, self.size.width, 1)
            self.parent.scroll_to_region(here, animate=False)

    def on_click(self, event: events.Click) -> None:
        """Say which item it was."""
        if event.y < len(self.items):
            self.post_message(self.Clicked(event.y))

    def lines(self, width: int) -> Iterator[Content]:
        """Key, label and note of each item."""
        keys = max((len(item.key) for item in self.items), default=0)
        for place, item in enumerate(self.items):
            yield fit(_line(item, place == self.cursor, keys), width)


def _line(item: MenuItem, here: bool, keys: int) -> Content:
    return line(
        ("▌ " if here else "  ", "$text-accent"),
        (f"{item.key:{keys}}  " if keys else "", "bold $text-accent"),
        foreign(item.label, f"{'bold ' if here else ''}{item.style}".strip(), 100),
        "  ",
        foreign(item.note, "$text-muted", 200),
    )
