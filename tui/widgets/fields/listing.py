"""What the fields with rows share: a cursor, marks, removing and moving rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.forms.codecs import plain_text
from tui.forms.draft import Draft
from tui.forms.row_codecs import RowCodec
from tui.forms.row_marks import RowMarks, mark_rows
from tui.forms.spec import FieldSpec
from tui.models.json import Absent, Json
from tui.widgets.fields.base import INDENT
from tui.widgets.fields.lazy import Drawn, LazyField
from tui.widgets.text import fit, foreign, line, styled

if TYPE_CHECKING:
    from tui.checks.finding import Finding

REMOVED_SHOWN = 5


class ListingField(LazyField):
    """Rows below the label, and a last line from which more are added.

    How rows are added, and what a row looks like, is up to the subclass.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,insert", "add", "Add", show=False, id="rows.add"),
        Binding("d", "clear", "Remove", show=False, id="rows.remove"),
        Binding("shift+up,K", "shift(-1)", "Move up", show=False, id="rows.up"),
        Binding("shift+down,J", "shift(1)", "Move down", show=False, id="rows.down"),
    ]

    def __init__(self, spec: FieldSpec, draft: Draft, codec: RowCodec) -> None:
        super().__init__(spec, draft)
        self.codec = codec
        self.cursor = 0
        self.gap: int | None = None
        """The row before which a line is kept free for an editor."""
        self.gap_line = 1
        self._stops: list[int] = []

    @property
    def items(self) -> list[Json] | None:
        """One item a row; None for a value of another shape, which is one row as a whole."""
        return self.codec.split(self.value)

    @property
    def row_count(self) -> int:
        """How many rows there are, without the line that adds."""
        items = self.items
        return 1 if items is None else len(items)

    # Drawing

    def row_content(self, item: Json, style: str) -> Content:
        """What a row shows, but for its marks."""
        return foreign(self.codec.show(item), style)

    def add_line(self) -> Content:
        """What the last line says."""
        raise NotImplementedError

    def extra_rows(self) -> Sequence[Drawn]:
        """Further places of the cursor, between the rows and the line that adds."""
        return ()

    def draw(self, width: int) -> Iterator[Drawn]:
        """The label, the rows with what is wrong with each, and what is wrong with all."""
        self._stops = []
        yield partial(self._label, width)
        for count, (is_stop, drawn) in enumerate(self._draw_rows(width), start=1):
            if is_stop:
                self._stops.append(count)
            yield drawn
        yield from (partial(_same, content) for content in self._messages(width))

    def _draw_rows(self, width: int) -> Iterator[tuple[bool, Drawn]]:
        room = max(width - INDENT - 2, 8)
        items = self.items
        if items is None:
            yield True, partial(self.at_stop, 0, partial(self._whole, room))
            return
        marks = self._marks(items)
        findings = self._findings_of_rows(len(items))
        line_count = 1
        for row, item in enumerate(items):
            if row == self.gap:
                self.gap_line = line_count
                yield False, partial(_same, Content(""))
                line_count += 1
            said = findings.get(row, [])
            worst = min((one.severity.value for one in said), default="")
            yield True, partial(self._row, row, item, marks, worst, room)
            line_count += 1
            for content in self.said(said, width):
                yield False, partial(_same, content)
                line_count += 1
        for place, drawn in enumerate(self.extra_rows(), start=len(items)):
            yield True, partial(self.at_stop, place, drawn)
            line_count += 1
        if self.gap is not None and self.gap >= len(items):
            self.gap_line = line_count
            yield False, partial(_same, Content(""))
        else:
            yield True, partial(self.at_stop, len(items) + len(self.extra_rows()), self.add_line)
        for text in self._removed(marks):
            yield False, partial(_same, line(" " * INDENT, text))

    def at_stop(self, place: int, drawn: Drawn, mark: str = " ", style: str = "") -> Content:
        """A line that the cursor can stand on."""
        at_cursor = self.has_focus and place == self.cursor
        lead = ("› ", "bold $accent") if at_cursor else (f"{mark} ", style)
        return line(" " * INDENT, lead, drawn())

    def _row(self, row: int, item: Json, marks: RowMarks, worst: str, room: int) -> Content:
        mark, style = {"error": ("✗", "$text-error"), "warning": ("!", "$text-warning")}.get(
            worst, (" ", "")
        )
        odd = self.codec.odd(item)
        at_cursor = self.has_focus and row == self.cursor
        words = style or ("$text-warning" if odd else "$foreground")
        content = self.row_content(item, words + (" on $boost" if at_cursor else ""))
        remarks = [styled(f"   {odd}", "$text-warning")] if odd else []
        if row in marks.new:
            remarks.append(styled("   new", "$text-warning"))
        elif row in marks.was:
            remarks.append(_was(marks.was[row]))
        remark = fit(line(*remarks), room // 2)
        content = line(fit(content, room - remark.cell_length), remark)
        return self.at_stop(row, partial(_same, content), mark, style)

    def _whole(self, room: int) -> Content:
        value = self.value
        assert not isinstance(value, Absent)
        remark = styled(f"   not {self.codec.wanted}, d removes it", "$text-warning")
        text = foreign(plain_text(value), "$text-warning")
        return line(fit(text, room - remark.cell_length), remark)

    def _marks(self, items: list[Json]) -> RowMarks:
        if self.draft.is_new:
            return RowMarks()
        before = self.draft.before(self.spec.path)
        old = self.codec.split(before)
        if old is None:
            assert not isinstance(before, Absent)
            return RowMarks(frozenset(range(len(items))), {}, (plain_text(before),))
        return mark_rows([*map(self.codec.show, old)], [*map(self.codec.show, items)])

    def _removed(self, marks: RowMarks) -> Iterator[Content]:
        for text in marks.removed[:REMOVED_SHOWN]:
            yield line(("− ", "$text-warning"), self._gone(text), ("   removed", "$text-warning"))
        more = len(marks.removed) - REMOVED_SHOWN
        if more > 0:
            yield styled(f"− and {more} more removed", "$text-warning")

    def _gone(self, text: str) -> Content:
        return foreign(text, "strike $text-disabled", 100)

    # What is wrong

    def _findings_of_rows(self, count: int) -> dict[int, list[Finding]]:
        found: dict[int, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            if finding.index is not None and 0 <= finding.index < count:
                found[finding.index].append(finding)
        return found

    def messages_below(self) -> list[Finding]:
        """The findings that belong to no row."""
        at_rows = self._findings_of_rows(self.row_count) if self.items is not None else {}
        return [one for one in self.findings if one.index not in at_rows]

    # Moving

    @property
    def stops(self) -> int:
        """How many places the cursor has: the rows, and the line that adds."""
        return 1 if self.items is None else self.row_count + len(self.extra_rows()) + 1

    def line_of(self, place: int) -> int:
        """The line on which the cursor stands at ``place``; both 0-based."""
        self.drawing(self.size.width)
        return self._stops[place] if place < len(self._stops) else self.gap_line

    def move(self, step: int) -> bool:
        """Move the cursor among the rows; False at either end."""
        if not 0 <= self.cursor + step < self.stops:
            return False
        self.go_to(self.cursor + step)
        return True

    def go_to(self, place: int) -> None:
        """Put the cursor there, and scroll there."""
        self.cursor = max(0, min(place, self.stops - 1))
        self.refresh()
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        self.show_line(self.line_of(self.cursor))

    def on_focus(self) -> None:
        """The row of the cursor is what is looked for in a long list."""
        if self.cursor:
            self.call_after_refresh(self._show_cursor)

    def redraw(self) -> None:
        """Draw anew after the draft, the findings or the look-ups changed."""
        super().redraw()
        self.cursor = max(0, min(self.cursor, self.stops - 1))

    # Changing

    def action_add(self) -> None:
        """Begin to add a row."""
        raise NotImplementedError

    def action_clear(self) -> None:
        """Take the row of the cursor away."""
        items = self.items
        if items is None:
            self.take_away()
        elif self.cursor < len(items):
            rows = [row for row in range(len(items)) if row != self.cursor]
            self.store([items[row] for row in rows], rows)

    def action_shift(self, step: int) -> None:
        """Change places with the row above or below."""
        items = self.items
        target = self.cursor + step
        if items is None or not self.codec.ordered or self.cursor >= len(items):
            return
        if 0 <= target < len(items):
            rows = list(range(len(items)))
            rows[self.cursor], rows[target] = rows[target], rows[self.cursor]
            self.store([items[row] for row in rows], rows)
            self.go_to(target)

    def store(self, items: list[Json], origins: Sequence[int | None]) -> None:
        """Write the rows to the draft.

        Args:
            items: all of them, in their order.
            origins: where each stood before, so that what was found there goes with it;
                None for new and altered ones.
        """
        path = self.spec.path
        rejected = self.draft.rejected.get(path)
        value = self.codec.join(self.value, items)
        if value in ([], {}):
            self.draft.clear(path)
        else:
            self.draft.set(path, value)
        if rejected is not None:
            self.draft.reject(path, rejected.text, rejected.problem)
        self._carry_findings(origins)
        self._changed()

    def _carry_findings(self, origins: Sequence[int | None]) -> None:
        from dataclasses import replace

        places = {origin: row for row, origin in enumerate(origins) if origin is not None}
        self.findings = [
            finding if finding.index is None else replace(finding, index=places[finding.index])
            for finding in self.findings
            if finding.index is None or finding.index in places
        ]

    def on_click(self, event: events.Click) -> None:
        """A click goes to a row, a second one edits it; a click on the last line adds."""
        self.drawing(self.size.width)
        if self.editor is not None or event.y not in self._stops:
            return
        self.go_to(self._stops.index(event.y))
        if event.chain == 2 or (self.items is not None and self.cursor == self.stops - 1):
            self.action_edit()


def _same(content: Content) -> Content:
    return content


def _was(text: str) -> Content:
    return line(("   was: ", "$text-warning"), foreign(text, "$text-warning", 60))
