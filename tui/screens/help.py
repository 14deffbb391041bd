"""The keys: first those that work where the person is, then all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from tui.commands import GROUPS, key_name
from tui.screens.scrolling import ScrollingDialog
from tui.screens.where import group_of, why_not
from tui.widgets.bindings import keys_of
from tui.widgets.cells import exactly
from tui.widgets.fields.base import Field
from tui.widgets.lines import Lines
from tui.widgets.styles import style_path
from tui.widgets.text import line, wrapped

Row: TypeAlias = tuple[list[str], str, str]
"""Keys, what they do, and why they do not now; "" when they do."""

Part: TypeAlias = tuple[str, list[Row]]
"""The name of a group, and its rows."""

KEYS = 14
"""Cells for the keys, before what they do."""


class HelpScreen(ScrollingDialog[None]):
    """Every command, by its keys."""

    CSS_PATH = style_path("help")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "close", "Close", id="help.close"),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        """Args: ``screen`` is where the person is."""
        super().__init__()
        self._screen = screen
        self._here = group_of(screen)
        self._moves = [
            active.binding
            for active in screen.active_bindings.values()
            if active.node is screen.focused and active.binding.id
        ]
        self._types = isinstance(screen.focused, Field) and screen.focused.takes_typing

    def compose(self) -> ComposeResult:
        """All of it as one text."""
        with VerticalScroll(id="body", can_focus=False):
            yield HelpText(list(self._parts()))

    def _parts(self) -> Iterator[Part]:
        here = [name for name in GROUPS if name == self._here]
        for name in [*here, *(name for name in GROUPS if name not in here)]:
            rows = [
                (keys_of(self.app, command), command.help, why_not(self._screen, command))
                for command in GROUPS[name]
            ]
            yield name, [*rows, *(self._movements() if name == self._here else ())]

    def _movements(self) -> Iterator[Row]:
        """The keys of the focused widget itself, which no command names."""
        keys: dict[str, list[str]] = {}
        for binding in self._moves:
            keys.setdefault(f"{binding.description}.", []).append(binding.key)
        yield from ((names, text, "") for text, names in keys.items())
        if self._types:
            yield ["letters"], "What is no command here, and what is pasted, begins to edit.", ""

    def action_close(self) -> None:
        """Back to where the person was."""
        self.dismiss(None)


class HelpText(Lines):
    """The groups below one another; long sentences go on below where they began."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts = parts

    def lines(self, width: int) -> Iterator[Content]:
        """Each group under its name."""
        yield line(("Keys", "bold"), ("   esc closes   PgDn goes on", "$text-disabled"))
        room = min(KEYS, width // 3)
        for name, rows in self._parts:
            yield from (Content(""), line((name, "bold $text-accent")))
            for row in rows:
                yield from _row(row, room, width)


def _row(row: Row, room: int, width: int) -> Iterator[Content]:
    keys, text, refused = row
    shown = " ".join(map(key_name, keys))
    words = f"{text} {refused}" if refused else text
    style, key_style = ("$text-disabled",) * 2 if refused else ("$text-muted", "bold")
    for place, content in enumerate(wrapped(words, width - room, style)):
        yield line((exactly("" if place else f"{shown} ", room), key_style), content)
