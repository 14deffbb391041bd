"""A sentence above a form, when something concerns all of it."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui.models.plain import plain
from tui.widgets.text import joined, wrapped


class Banner(Widget):
    """Takes no room while it has nothing to say."""

    text: reactive[str] = reactive("", layout=True)
    """What to say; may hold the server's own words."""

    tone: reactive[str] = reactive("error")
    """``error``, ``warning`` or ``success``."""

    def _lines(self, width: int) -> list[Content]:
        words = plain(self.text, 600)
        return wrapped(words, width, f"$text-{self.tone}") if words else []

    def render(self) -> Content:
        """The sentence, over as many lines as it needs."""
        return joined(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return len(self._lines(width))

    def say(self, text: str, tone: str = "error") -> None:
        """Show ``text``; "" hides the banner."""
        self.tone = tone
        self.text = text
