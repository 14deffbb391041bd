"""The first line of a dialog: what it is, and a remark at the right."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.widgets.text import fit, sides


class TitleLine(Widget):
    """One line; the remark stays where there is little room, and the title gives way."""

    def __init__(self, title: Content) -> None:
        super().__init__(id="title")
        self._title = title
        self._remark = Content("")

    def remark(self, content: Content) -> None:
        """Show another remark."""
        self._remark = content
        self.refresh()

    def render(self) -> Content:
        """Both, as far apart as there is room."""
        width = self.size.width
        return fit(sides(self._title, self._remark, width), width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, however long the title."""
        del container, viewport, width
        return 1
