"""A sentence above a form, when something concerns all of it."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from tui.models.plain import plain
from tui.widgets.lines import Lines
from tui.widgets.text import wrapped


class Banner(Lines):
    """Takes no room while it has nothing to say."""

    text: reactive[str] = reactive("", layout=True)
    """What to say; may hold the server's own words."""

    tone: reactive[str] = reactive("error")
    """``error``, ``warning`` or ``success``."""

    def lines(self, width: int) -> list[Content]:
        """The sentence, over as many lines as it needs."""
        words = plain(self.text, 600)
        return wrapped(words, width, f"$text-{self.tone}") if words else []

    def say(self, text: str, tone: str = "error") -> None:
        """Show ``text``; "" hides the banner."""
        self.tone = tone
        self.text = text
