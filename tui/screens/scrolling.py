"""Dialogs whose middle part may be longer than the terminal is high."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ScreenResultType

from tui.screens.dismissing import Dialog
from tui.widgets.moving import movements


class ScrollingDialog(Dialog[ScreenResultType]):
    """The keys that move scroll ``#body``, which never has the focus itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *movements("dialog", "line"),
        Binding("space", "page(1)", "Next page", show=False),
    ]

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#body", VerticalScroll)

    def action_move(self, lines: int) -> None:
        """So many lines down, or up."""
        self._body.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """So many times its height down, or up; one line stays in sight."""
        self.action_move(pages * max(self._body.size.height - 1, 1))

    def action_first(self) -> None:
        """To the first line."""
        self._body.scroll_home(animate=False)

    def action_last(self) -> None:
        """To the last line."""
        self._body.scroll_end(animate=False)
