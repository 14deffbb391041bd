"""The line at the top: where you are, and on which server."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.text import fit, foreign, line, sides

LEAST = 14
"""Cells that the place where one is keeps, whatever stands at the right."""


class TopBar(Widget):
    """Breadcrumb at the left; profile and remarks at the right."""

    where: reactive[tuple[str, ...]] = reactive(())
    """The way here, outermost first; the last part may be a stranger's text."""

    remark: reactive[str] = reactive("")
    """A word about what is on the screen, such as ``2 changed``."""

    profile: reactive[str] = reactive("")
    """The server's name, as the person calls it."""

    def render(self) -> Content:
        """One line."""
        crumbs: list[Content | tuple[str, str]] = [(" ", "")]
        for place, part in enumerate(self.where):
            last = place == len(self.where) - 1
            if place:
                crumbs.append((" › ", "$text-disabled"))
            crumbs.append(foreign(part, "bold" if last else "$text-muted", 120))
        left, width = line(*crumbs), self.size.width
        right = next(
            (words for words in self._right() if words.cell_length + LEAST <= width), Content("")
        )
        return fit(sides(left, right, width), width)

    def _right(self) -> Iterator[Content]:
        """Remark and profile, the longest words first."""
        short = self.profile.partition(" · ")[0]
        remark = self.remark + "   " if self.remark else ""
        for before, profile in ((remark, self.profile), (remark, short), ("", short)):
            yield line((before, "$text-warning"), foreign(profile, "$text-accent", 60), " ")
