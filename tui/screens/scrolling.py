"""Dialogs whose middle part may be longer than the terminal is high."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, ScreenResultType


class ScrollingDialog(ModalScreen[ScreenResultType]):
    """The keys that move scroll ``#body``, while the focus is on a button below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_body(1)", "Down", show=False),
        Binding("up,k", "scroll_body(-1)", "Up", show=False),
        Binding("pagedown,space", "page_body(1)", "Page down", show=False),
        Binding("pageup", "page_body(-1)", "Page up", show=False),
        Binding("home,g", "top_of_body", "Top", show=False),
        Binding("end,G", "end_of_body", "End", show=False),
    ]

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#body", VerticalScroll)

    def action_scroll_body(self, lines: int) -> None:
        """So many lines down, or up."""
        self._body.scroll_relative(y=lines, animate=False)

    def action_page_body(self, pages: int) -> None:
        """So many times its height down, or up; one line stays in sight."""
        self.action_scroll_body(pages * max(self._body.size.height - 1, 1))

    def action_top_of_body(self) -> None:
        """To the first line."""
        self._body.scroll_home(animate=False)

    def action_end_of_body(self) -> None:
        """To the last line."""
        self._body.scroll_end(animate=False)
