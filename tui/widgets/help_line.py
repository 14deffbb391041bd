"""What the focused setting does, above the keys."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.text import fit, joined, wrapped

ROWS = 2


class HelpLine(Widget):
    """Two lines of help; what doesn't fit is cut with an ellipsis."""

    text: reactive[str] = reactive("")
    """Our own words."""

    def render(self) -> Content:
        """At most two lines."""
        lines = wrapped(self.text, self.size.width, "$text-muted") if self.text else []
        if len(lines) > ROWS:
            lines = [*lines[: ROWS - 1], fit(Content("").join(lines[ROWS - 1 :]), self.size.width)]
        return joined(lines)
