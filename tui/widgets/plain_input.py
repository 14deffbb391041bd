"""A line to type in that takes nothing from the clipboard which could steer the terminal."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tui.widgets.text import editable


class PlainInput(Input):
    """An ``Input`` that makes pasted text harmless; several lines become one."""

    def _on_paste(self, event: events.Paste) -> None:
        event.text = editable(" ".join(event.text.splitlines()))
