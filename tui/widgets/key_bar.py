"""The line at the foot: the keys that work here."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.commands import Command
from tui.widgets.text import line


class KeyBar(Widget):
    """One widget for all keys; as many as fit, the first ones first."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.footer]

    def render(self) -> Content:
        """``key label`` pairs."""
        shown = line(" ")
        for command in self._commands:
            more = line((command.shown_key, "bold $accent"), (f" {command.label}  ", "$text-muted"))
            if shown.cell_length + more.cell_length > self.size.width:
                break
            shown = line(shown, more)
        return shown
