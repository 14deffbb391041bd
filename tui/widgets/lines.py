"""A widget that is made of prepared lines."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.widgets.text import joined


class Lines(Widget):
    """As high as it has lines, where its style says ``height: auto``."""

    def lines(self, width: int) -> Iterable[Content]:
        """The lines, none wider than ``width`` cells."""
        raise NotImplementedError

    def render(self) -> Content:
        """All lines."""
        width = self.content_size.width
        return joined(self.lines(width)) if width else Content("")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return sum(1 for _ in self.lines(width))
