"""The line at the foot: the keys that work here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.commands import Command
from tui.widgets.bindings import shown_key
from tui.widgets.text import line
from tui.widgets.watching import Watching

if TYPE_CHECKING:
    from tui.session import Session

HELP = "app.help"


class KeyBar(Watching):
    """One widget for all keys; as many as fit, the first ones first.

    Commands that the server or the profile would refuse are dimmed.
    """

    def __init__(self, commands: Sequence[Command], session: Session | None = None) -> None:
        """Args: ``session`` knows what would be refused; None: nothing would."""
        super().__init__(session)
        way = session.way if session is not None else ""
        self._commands = [
            command
            for command in commands
            if command.footer and (not command.way or command.way == way)
        ]

    def render(self) -> Content:
        """``key label`` pairs; help, which tells all the others, is always among them."""
        pairs = {command.id: self._pair(command) for command in self._commands}
        last = pairs.pop(HELP, Content(""))
        shown = line(" ")
        for pair in pairs.values():
            if shown.cell_length + pair.cell_length + last.cell_length > self.size.width + GAP:
                break
            shown = line(shown, pair)
        return line(shown, last)

    def _pair(self, command: Command) -> Content:
        refused = self.session is not None and self.session.why_not(command)
        key, label = ("$text-disabled",) * 2 if refused else ("bold $text-accent", "$text-muted")
        return line((shown_key(self.app, command), key), (f" {command.label}" + " " * GAP, label))


GAP = 2
"""Cells behind a pair, which the last one may do without."""
