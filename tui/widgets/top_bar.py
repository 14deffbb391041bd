"""The line at the top: where you are, on which server, and what goes on with it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.profile_colours import COLOURS
from tui.widgets.text import fit, foreign, line
from tui.widgets.watching import Watching

LEAST = 8
"""Cells that the place where one is keeps, whatever stands at the right."""


class TopBar(Watching):
    """Breadcrumb at the left; remarks and server at the right.

    What the person must not miss stays where there is little room: the server's name in its
    colour, that it is read-only or its certificate not verified, and that it does not answer.
    """

    where: reactive[tuple[str, ...]] = reactive(())
    """The way here, outermost first; the last part may be a stranger's text."""

    remark: reactive[str] = reactive("")
    """A word about what is on the screen, such as ``2 changed``."""

    def render(self) -> Content:
        """One line."""
        crumbs: list[Content | tuple[str, str]] = [(" ", "")]
        for place, part in enumerate(self.where):
            last = place == len(self.where) - 1
            if place:
                crumbs.append((" › ", "$text-disabled"))
            crumbs.append(foreign(part, "bold" if last else "$text-muted", 120))
        left, width = line(*crumbs), self.size.width
        right = Content("")
        for right in self._right():
            if right.cell_length + LEAST <= width:
                break
        right = fit(right, width - LEAST)
        left = fit(left, width - right.cell_length - 1)
        return fit(line(left, " " * (width - left.cell_length - right.cell_length), right), width)

    def _right(self) -> Iterator[Content]:
        """What stands at the right, the longest words first."""
        session = self.session
        remark = _word(self.remark, "$text-warning")
        if session is None:
            yield line(remark)
            return
        activity = session.activity
        long = _word(activity.sentence if activity else "", "$text-warning")
        short = _word(activity.word if activity else "", "$text-warning")
        caution = session.caution
        flags = line(
            _word("insecure" if caution.insecure else "", "bold $text-error", 1),
            _word("read-only" if caution.read_only else "", "$text-warning", 1),
        )
        style = COLOURS.get(caution.colour, COLOURS[""])
        edge = (" " if caution.colour else "", style)
        for before, name, most in (
            (line(remark, long), session.label, 60),
            (line(remark, short), session.label, 60),
            (short or remark, session.label, 60),
            (short or remark, session.name, 60),
            (short, session.name, 30),
            (short, session.name, 12),
            (Content(""), session.name, 12),
            (Content(""), session.name, 9),
        ):
            after = "" if caution.colour else " "
            yield line(before, flags, edge, foreign(name, style, most), edge, after)


def _word(text: str, style: str, gap: int = 2) -> Content:
    return line(foreign(text, style, 80), " " * gap) if text else Content("")
