"""Where a filter is typed, above a list of choices."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.widgets.plain_input import PlainInput


class PickFilter(PlainInput):
    """An ``Input`` whose blank marks, unless words are being typed that it could part.

    After a mark the text is selected: what is typed next replaces it, and a blank marks.
    """

    @dataclass
    class Blank(Message):
        """The space bar was pressed with no text being typed."""

    def __init__(self, *, marks: bool) -> None:
        """Args: ``marks`` tells whether a blank may mark at all."""
        super().__init__(placeholder="type to filter", compact=True)
        self.cursor_blink = False
        self._marks = marks

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "space" and self._marks and self.selected_text == self.value:
            event.stop()
            event.prevent_default()
            self.post_message(self.Blank())
