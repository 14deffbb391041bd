"""What the fields with rows share: a cursor, marks, removing and moving rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
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
from tui.widgets.fields.base import INDENT, mark_of, said
from tui.widgets.fields.lazy import Drawn, LazyField
from tui.widgets.fields.row_line import REMOVED_LENGTH, remarks, removed_lines, with_remark
from tui.widgets.text import foreign, line, styled

if TYPE_CHECKING:
    from tui.checks.finding import Finding

BODY = INDENT + 2
"""Where the text of a row begins: behind its mark."""


class LineKind(Enum):
    """What a line is to the cursor: it can stand there, an editor is there, or neither."""

    STOP = "stop"
    GAP = "gap"
    REST = "rest"


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
        self.remark = ""
        """What became of what was just done, if not what one expects."""
        self.gap: int | None = None
        """The row before which a line is kept free for an editor."""
        self._stops: list[int] = []
        self._gap_line = 1

    @property
    def items(self) -> list[Json] | None:
        """One item a row; None for a value of another shape, which is one row as a whole."""
        return self.codec.split(self.value)

    # Drawing

    def row_content(self, item: Json, style: str) -> Content:
        """What a row shows, but for its marks."""
        return foreign(self.codec.show(item), style)

    def add_line(self) -> Content:
        """What the last line says."""
        raise NotImplementedError

    def extra_rows(self) -> Sequence[Callable[[], Content]]:
        """Further places of the cursor, between the rows and the line that adds."""
        return ()

    def draw(self, width: int) -> Iterator[Drawn]:
        """The label, the rows with what is wrong with each, and what is wrong with all."""
        self._stops = []
        yield partial(self._label, width)
        for number, (kind, drawn) in enumerate(self._draw_rows(width), start=1):
            if kind is LineKind.STOP:
                self._stops.append(number)
            elif kind is LineKind.GAP:
                self._gap_line = number
            yield drawn
        yield from (partial(_same, content) for content in self._messages(width))

    def _draw_rows(self, width: int) -> Iterator[tuple[LineKind, Drawn]]:
        room = max(width - BODY, 8)
        items = self.items
        if items is None:
            yield LineKind.STOP, partial(self._stop, 0, partial(self._whole, room))
            return
        marks = self._marks(items)
        findings = self._findings_of_rows(len(items))
        for row, item in enumerate(items):
            if row == self.gap:
                yield LineKind.GAP, partial(_same, Content(""))
            mine = findings.get(row, [])
            yield LineKind.STOP, partial(self._row, row, item, marks, mine, room)
            for finding in mine:
                for content in said(*mark_of(finding), finding.message, width, BODY):
                    yield LineKind.REST, partial(_same, content)
        extra = self.extra_rows()
        for place, drawn in enumerate(extra, start=len(items)):
            yield LineKind.STOP, partial(self._stop, place, drawn)
        if self.gap is not None and self.gap >= len(items):
            yield LineKind.GAP, partial(_same, Content(""))
        else:
            yield LineKind.STOP, partial(self._stop, len(items) + len(extra), self.add_line)
        if self.remark:
            for content in said("!", "$text-warning", self.remark, width):
                yield LineKind.REST, partial(_same, content)
        for content in removed_lines([self.name_of_removed(text) for text in marks.removed]):
            yield LineKind.REST, partial(_same, line(" " * INDENT, content))

    def _row(
        self, row: int, item: Json, marks: RowMarks, findings: Sequence[Finding], room: int
    ) -> Content:
        mark, style = min(map(mark_of, findings), key=_severity, default=(" ", ""))
        odd = self.codec.odd(item)
        style = style or ("$text-warning" if odd else "$foreground")
        if self._is_at(row):
            style += " on $boost"
        content = with_remark(self.row_content(item, style), remarks(row, marks, odd), room)
        return self._stop(row, partial(_same, content), (f"{mark} ", style))

    def _whole(self, room: int) -> Content:
        value = self.value
        assert not isinstance(value, Absent)
        words = f"   not {self.codec.wanted}: d removes it"
        content = foreign(plain_text(value), "$text-warning")
        return with_remark(content, styled(words, "$text-warning"), room)

    def _stop(self, place: int, drawn: Drawn, mark: tuple[str, str] = ("  ", "")) -> Content:
        cursor = ("› ", "bold $text-accent")
        return line(" " * INDENT, cursor if self._is_at(place) else mark, drawn())

    def _is_at(self, place: int) -> bool:
        return self.has_focus and place == self.cursor

    def _marks(self, items: list[Json]) -> RowMarks:
        if self.draft.is_new:
            return RowMarks()
        before = self.draft.before(self.spec.path)
        old = self.codec.split(before)
        if old is None:
            assert not isinstance(before, Absent)
            return RowMarks(frozenset(range(len(items))), {}, (plain_text(before),))
        return mark_rows([*map(self.codec.show, old)], [*map(self.codec.show, items)])

    def name_of_removed(self, text: str) -> Content:
        """How a row that is gone is called."""
        return foreign(text, "strike $text-disabled", REMOVED_LENGTH)

    # What is wrong

    def _findings_of_rows(self, count: int) -> dict[int, list[Finding]]:
        found: dict[int, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            if finding.index is not None and 0 <= finding.index < count:
                found[finding.index].append(finding)
        return found

    def findings_below(self) -> list[Finding]:
        """The findings that belong to no row."""
        at_rows = self._findings_of_rows(len(self.items or ()))
        return [one for one in self.findings if one.index not in at_rows]

    # Moving

    @property
    def stops(self) -> int:
        """How many places the cursor has: the rows, and the line that adds."""
        items = self.items
        return 1 if items is None else len(items) + len(self.extra_rows()) + 1

    def line_of(self, place: int) -> int:
        """The line on which the cursor stands at ``place``; both 0-based."""
        self.drawing(self.size.width)
        return self._stops[place] if place < len(self._stops) else self._gap_line

    @property
    def gap_line(self) -> int:
        """The line that is kept free, 0-based."""
        self.drawing(self.size.width)
        return self._gap_line

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
        """In a long list, the row of the cursor is what is looked for."""
        if self.cursor:
            # The screen scrolls to the field as a whole, in a call that it queued before this.
            self.screen.call_later(self.call_after_refresh, self._show_cursor)

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

    def action_revert(self) -> None:
        """Bring back all rows."""
        self.remark = ""
        super().action_revert()

    def store(self, items: list[Json], origins: Sequence[int | None], remark: str = "") -> None:
        """Write the rows to the draft.

        Args:
            items: all of them, in their order.
            origins: where each stood before, so that what was found there goes with it;
                None for new and altered ones.
            remark: what to say about it.
        """
        self.remark = remark
        path = self.spec.path
        rejected = self.draft.rejected.get(path)
        value = self.codec.join(self.value, items)
        if value in ([], {}):
            self.draft.clear(path)
        else:
            self.draft.set(path, value)
        if rejected is not None:
            self.draft.reject(path, rejected.text, rejected.problem)
        places = {origin: row for row, origin in enumerate(origins)}
        self.findings = [
            finding if finding.index is None else replace(finding, index=places[finding.index])
            for finding in self.findings
            if finding.index is None or finding.index in places
        ]
        self._changed()

    def clicked(self, event: events.Click) -> None:
        """A click goes to a row, a second one edits it; a click on the last line adds."""
        self.drawing(self.size.width)
        if self.editor is not None or event.y not in self._stops:
            return
        self.go_to(self._stops.index(event.y))
        if event.chain == 2 or (self.items is not None and self.cursor == self.stops - 1):
            self.action_edit()


def _same(content: Content) -> Content:
    return content


def _severity(mark: tuple[str, str]) -> bool:
    return mark[0] != "✗"
