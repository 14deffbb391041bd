"""The highlighted client on one line, where there is no room for the details."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.models.document import ClientDocument
from tui.widgets.client_facts import summary
from tui.widgets.client_status import Clock, utc_now
from tui.widgets.text import fit, foreign, line


class SummaryLine(Widget):
    """Its name and what tells it from the others."""

    document: reactive[ClientDocument | None] = reactive(None, always_update=True)
    """The client; None shows nothing."""

    def __init__(self, clock: Clock = utc_now) -> None:
        super().__init__()
        self._clock = clock

    def render(self) -> Content:
        """One line."""
        document = self.document
        if document is None:
            return Content("")
        facts = " · ".join(("", *summary(document, self._clock())))
        room = max(self.size.width - 2, 0)
        name = fit(foreign(document.name or document.inum, "bold $foreground", 200), room // 2)
        return line(" ", fit(line(name, (facts, "$text-muted")), room))
