"""The keys: first those that work where the person is, then all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.commands import GROUPS, Command
from tui.screens.where import group_of
from tui.widgets.styles import style_path
from tui.widgets.text import joined, line

KEYS = 14
"""Cells for the keys, before what they do."""


class HelpScreen(ModalScreen[None]):
    """Every command, by its keys; it scrolls."""

    CSS_PATH = style_path("help")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "close", "Close", id="help.close"),
        Binding("down,j", "scroll(1)", "Down", show=False, id="help.down"),
        Binding("up,k", "scroll(-1)", "Up", show=False, id="help.up"),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        """Args: ``screen`` is where the person is."""
        super().__init__()
        self._here = group_of(screen)
        self._moves = [
            active.binding
            for active in screen.active_bindings.values()
            if active.node is screen.focused and active.binding.id
        ]

    def compose(self) -> ComposeResult:
        """All of it as one text."""
        with VerticalScroll():
            yield Static(joined(self._lines()))

    def _lines(self) -> Iterator[Content]:
        yield line(("Keys", "bold"), ("   esc closes", "$text-disabled"))
        here = [name for name in GROUPS if name == self._here]
        for name in [*here, *(name for name in GROUPS if name not in here)]:
            yield Content("")
            yield line((name, "bold $accent"))
            yield from map(_command, GROUPS[name])
            if name == self._here:
                yield from self._movements()

    def _movements(self) -> Iterator[Content]:
        """The keys of the focused widget itself, which no command names."""
        keys: dict[str, list[str]] = {}
        for binding in self._moves:
            keys.setdefault(f"{binding.description}.", []).append(binding.key)
        yield from (_row(names, text) for text, names in keys.items())

    def action_scroll(self, step: int) -> None:
        """By a line."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_close(self) -> None:
        """Back to where the person was."""
        self.dismiss(None)


def _command(command: Command) -> Content:
    return _row(command.key.split(","), command.help)


def _row(keys: Iterable[str], text: str) -> Content:
    shown = " ".join(Command("", key, "", "").shown_key for key in keys)
    return line((f"  {shown:<{KEYS}} ", "bold"), (text, "$text-muted"))
