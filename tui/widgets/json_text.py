"""JSON to read: coloured, searched and scrolled, only what can be seen is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.models.json import Json
from tui.models.json_lines import JsonLine, json_lines
from tui.widgets.moving import movements

WIDEST = 4000
"""Characters of a line that can be scrolled to; with wrapping on, all of it can be seen."""


class JsonText(ScrollView, can_focus=True):
    """A document; ``find`` marks what is looked for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "json-text--key",
        "json-text--string",
        "json-text--number",
        "json-text--word",
        "json-text--sign",
        "json-text--hit",
        "json-text--current",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        *movements("text", "line"),
        Binding("left,h", "scroll_left", "Left", show=False, id="text.left"),
        Binding("right,l", "scroll_right", "Right", show=False, id="text.right"),
    ]

    @dataclass
    class Found(Message):
        """What is looked for, or the hit that is shown, changed.

        Attributes:
            number: 1-based number of the hit that is shown; 0 when there is none.
            hits: lines that hold it.
        """

        number: int
        hits: int

    def __init__(self, value: Json) -> None:
        super().__init__()
        self._lines = json_lines(value)
        self._wraps = False
        self._rows: list[_Row] = []
        self._needle = ""
        self._hits: list[int] = []
        self._hit = -1

    @property
    def text(self) -> str:
        """The document as shown."""
        return "\n".join(one.text for one in self._lines)

    # Laying out

    def on_resize(self) -> None:
        """The width decides where lines break."""
        self._lay_out()

    def action_wrap(self) -> None:
        """Break long lines, or leave them long."""
        top = self._line_at(self.scroll_offset.y)
        self._wraps = not self._wraps
        self._lay_out()
        self.scroll_to(x=0, y=self._row_of(top), animate=False, force=True)

    def _lay_out(self) -> None:
        width = self._width
        self._rows = [
            _Row(index, start, end)
            for index, one in enumerate(self._lines)
            for start, end in (_parts(one.text, width) if self._wraps else [(0, WIDEST)])
        ]
        widest = 0 if self._wraps else max(cell_len(one.text[:WIDEST]) for one in self._lines)
        self.virtual_size = Size(widest, len(self._rows))
        self.refresh()

    @property
    def _width(self) -> int:
        return self.size.width - self.scrollbar_size_vertical

    def _line_at(self, row: int) -> int:
        return self._rows[row].line if row < len(self._rows) else 0

    def _row_of(self, line: int) -> int:
        return bisect_left(self._rows, line, key=lambda row: row.line)

    # Moving and finding

    def action_move(self, lines: int) -> None:
        """So many lines down, or up."""
        self.scroll_relative(y=lines, animate=False, force=True)

    def action_page(self, pages: int) -> None:
        """So many screens down, or up; one line stays in sight."""
        self.action_move(pages * max(self.size.height - 1, 1))

    def action_first(self) -> None:
        """The first line."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_last(self) -> None:
        """The last line."""
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def find(self, needle: str) -> None:
        """Mark the lines that hold ``needle``, whatever its case, and show the next one."""
        self._needle = needle.casefold()
        self._hits = (
            [i for i, one in enumerate(self._lines) if self._needle in one.text.casefold()]
            if needle
            else []
        )
        here = self._line_at(self.scroll_offset.y)
        later = [place for place, line in enumerate(self._hits) if line >= here]
        self._go_to(later[0] if later else 0)

    def next_hit(self, step: int) -> None:
        """Show the next hit, or with -1 the one before; after the last comes the first."""
        self._go_to(self._hit + step)

    def _go_to(self, place: int) -> None:
        self._hit = place % len(self._hits) if self._hits else -1
        if self._hits:
            row = self._row_of(self._hits[self._hit])
            top = self.scroll_offset.y
            if not top <= row < top + self.scrollable_content_region.height:
                self.scroll_to(y=max(row - self.size.height // 3, 0), animate=False, force=True)
        self.refresh()
        self.post_message(self.Found(self._hit + 1, len(self._hits)))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row, or a part of a line that is broken."""
        x, top = self.scroll_offset
        base = self.visual_style.rich_style
        if top + y >= len(self._rows):
            return Strip.blank(self._width, base)
        row = self._rows[top + y]
        hit = self._style_of_hit(row.line)
        segments = [
            Segment(text, self.get_visual_style(*hit, f"json-text--{kind}").rich_style)
            for text, kind in _pieces(self._lines[row.line], row.start, row.end)
        ]
        return Strip(segments).crop_extend(x, x + self._width, base)

    def _style_of_hit(self, line: int) -> tuple[str, ...]:
        if self._hit >= 0 and self._hits[self._hit] == line:
            return ("json-text--current",)
        place = bisect_left(self._hits, line)
        found = place < len(self._hits) and self._hits[place] == line
        return ("json-text--hit",) if found else ()


class _Row(NamedTuple):
    """What stands on one row: the characters ``start`` to ``end - 1`` of a line."""

    line: int
    start: int
    end: int


def _parts(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where ``text`` breaks into rows of at most ``width`` cells."""
    start = 0
    for part in chop_cells(text, width) if cell_len(text) > width > 0 else [text]:
        yield start, start + len(part)
        start += len(part)


def _pieces(one: JsonLine, start: int, end: int) -> Iterator[tuple[str, str]]:
    """The texts of a part of a line, and what each of them is."""
    for text, kind in (
        (" " * one.indent, "sign"),
        (one.key, "key"),
        (one.value, one.kind),
        (one.comma, "sign"),
    ):
        if part := text[max(start, 0) : max(end, 0)]:
            yield part, kind
        start, end = start - len(text), end - len(text)
