"""The line at the top: where you are, and on which server."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.text import fit, foreign, line, sides


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
        right = line(
            (self.remark + "   " if self.remark else "", "$text-warning"),
            foreign(self.profile, "$accent", 60),
            " ",
        )
        width = self.size.width
        return fit(sides(line(*crumbs), right, width), width)
