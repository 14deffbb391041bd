"""A sentence above a form, when something concerns all of it."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from tui.models.plain import plain
from tui.widgets.lines import Lines
from tui.widgets.text import fit, wrapped


class Banner(Lines):
    """Takes no room while it has nothing to say."""

    text: reactive[str] = reactive("", layout=True)
    """What to say; may hold the server's own words."""

    tone: reactive[str] = reactive("error")
    """``error``, ``warning`` or ``success``."""

    def lines(self, width: int) -> list[Content]:
        """The sentence, over as many lines as it needs, or a third of the screen has."""
        words = plain(self.text, 600)
        lines = wrapped(words, width, f"$text-{self.tone}") if words else []
        most = max(self.app.size.height // 3, 2)
        if len(lines) <= most:
            return lines
        return [*lines[: most - 1], fit(Content(" ").join(lines[most - 1 :]), width)]

    def say(self, text: str, tone: str = "error") -> None:
        """Show ``text``; "" hides the banner."""
        self.tone = tone
        self.text = text
