"""The parts of a row in a field that lists many."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from tui.forms.row_marks import RowMarks
from tui.widgets.text import fit, foreign, line, styled

REMOVED_SHOWN = 5
WAS_LENGTH = 60
REMOVED_LENGTH = 100


def remarks(row: int, marks: RowMarks, odd: str) -> Content:
    """What is said behind a row: that it is odd, new, or what stood there before."""
    said = [styled(f"   {odd}", "$text-warning")] if odd else []
    if row in marks.new:
        said.append(styled("   new", "$text-warning"))
    elif row in marks.was:
        was = foreign(marks.was[row], "$text-warning", WAS_LENGTH)
        said.append(line(("   was: ", "$text-warning"), was))
    return line(*said)


def with_remark(content: Content, remark: Content, room: int) -> Content:
    """A row and its remark in ``room`` cells; neither can push the other out."""
    remark = fit(remark, max(room // 2, room - content.cell_length))
    return line(fit(content, room - remark.cell_length), remark)


def removed_lines(names: list[Content]) -> Iterator[Content]:
    """What was taken away: the first few by name, the rest by number."""
    for name in names[:REMOVED_SHOWN]:
        yield line(("− ", "$text-warning"), name, ("   removed", "$text-warning"))
    more = len(names) - REMOVED_SHOWN
    if more > 0:
        yield styled(f"− {more} more removed", "$text-warning")
