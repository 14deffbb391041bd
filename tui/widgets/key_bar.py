"""The line at the foot: the keys that work here."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.commands import Command
from tui.widgets.text import line

HELP = "app.help"


class KeyBar(Widget):
    """One widget for all keys; as many as fit, the first ones first."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = [command for command in commands if command.footer]

    def render(self) -> Content:
        """``key label`` pairs; help, which tells all the others, is always among them."""
        pairs = {command.id: _pair(command) for command in self._commands}
        last = pairs.pop(HELP, Content(""))
        shown = line(" ")
        for pair in pairs.values():
            if shown.cell_length + pair.cell_length + last.cell_length > self.size.width + GAP:
                break
            shown = line(shown, pair)
        return line(shown, last)


GAP = 2
"""Cells behind a pair, which the last one may do without."""


def _pair(command: Command) -> Content:
    return line(
        (command.shown_key, "bold $text-accent"), (f" {command.label}" + " " * GAP, "$text-muted")
    )
